namespace Appliance.Sip.Transports;

/// <summary>Totals since the transport was made.</summary>
public sealed record SipTransportCounters
{
    /// <summary>Well-formed messages given to the handler.</summary>
    public long Received { get; init; }

    /// <summary>Messages handed to the network.</summary>
    public long Sent { get; init; }

    /// <summary>Messages that could not be read; those that could be answered were.</summary>
    public long Malformed { get; init; }

    /// <summary>Keep-alives (CRLF) seen.</summary>
    public long KeepAlives { get; init; }

    /// <summary>Datagrams dropped because the handler was too slow.</summary>
    public long InboundDropped { get; init; }

    /// <summary>Messages that could not be sent.</summary>
    public long SendFailed { get; init; }

    /// <summary>Exceptions thrown by the handler: each is a bug.</summary>
    public long HandlerFailed { get; init; }

    /// <summary>Connections open now; always 0 for datagrams.</summary>
    public int Connections { get; init; }

    /// <summary>Connections closed at once because a cap was reached.</summary>
    public long ConnectionsRefused { get; init; }

    /// <summary>Connections closed because a message or a write took too long, or nothing came for the idle time.</summary>
    public long ConnectionsTooSlow { get; init; }
}
