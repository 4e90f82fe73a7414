namespace Appliance.Sip.Transports;

/// <summary>How messages travel.</summary>
public enum SipTransportKind
{
    /// <summary>Datagrams; transactions retransmit.</summary>
    Udp,

    /// <summary>Streams; transactions do not retransmit requests.</summary>
    Tcp,
}
