using System.Collections.Immutable;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Dialogs;

/// <summary>The state of a dialog (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-12">RFC 3261 §12</see>), immutable.</summary>
public sealed record Dialog
{
    /// <summary>Call-ID and both tags.</summary>
    public required DialogId Id { get; init; }

    /// <summary>Our From in requests that we send, tag included.</summary>
    public required NameAddress Local { get; init; }

    /// <summary>Our To in requests that we send, tag included.</summary>
    public required NameAddress Remote { get; init; }

    /// <summary>Where the peer wants requests (its Contact).</summary>
    public required SipUri RemoteTarget { get; init; }

    /// <summary>Proxies to pass, nearest first; fixed when the dialog is confirmed.</summary>
    public ImmutableArray<NameAddress> RouteSet { get; init; } = [];

    /// <summary>CSeq of our last request but ACK and CANCEL.</summary>
    public required uint LocalSequence { get; init; }

    /// <summary>CSeq of the peer's last request; null before the first.</summary>
    public uint? RemoteSequence { get; init; }

    /// <summary>Whether a 2xx made it a confirmed one.</summary>
    public bool IsConfirmed { get; init; }
}
