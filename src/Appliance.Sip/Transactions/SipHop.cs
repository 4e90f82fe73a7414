using Appliance.Sip.Transports;

namespace Appliance.Sip.Transactions;

/// <summary>The way to the next SIP element: a transport and the peer behind it.</summary>
/// <param name="Transport">Carries the messages.</param>
/// <param name="Peer">Address and, on streams, the connection to prefer.</param>
public readonly record struct SipHop(ISipTransport Transport, SipPeer Peer)
{
    /// <summary>Whether the transport itself sees to delivery, so that nothing is retransmitted (RFC 3261 §17.1.1.1).</summary>
    public bool IsReliable => Transport.Kind != SipTransportKind.Udp;
}
