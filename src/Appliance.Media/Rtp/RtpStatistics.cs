using Appliance.Media.Jitter;

namespace Appliance.Media.Rtp;

/// <summary>A snapshot of a call's media, both ways.</summary>
/// <param name="Inbound">What came in.</param>
/// <param name="Outbound">What went out.</param>
/// <param name="Jitter">The jitter buffer.</param>
/// <param name="RoundTrip">Round trip by RTCP (RFC 3550 §6.4.1); null before the first report that allows it.</param>
/// <param name="RemoteFractionLost">Share of our packets that the other side misses, 0 to 1; null before its first report.</param>
/// <param name="RemoteSaidGoodbye">Whether an RTCP BYE came.</param>
public sealed record RtpStatistics(
    RtpInboundStatistics Inbound,
    RtpOutboundStatistics Outbound,
    JitterBufferStatistics Jitter,
    TimeSpan? RoundTrip,
    double? RemoteFractionLost,
    bool RemoteSaidGoodbye);

/// <summary>Counts of what was received; every datagram is counted in exactly one of Packets and the reasons to drop it.</summary>
/// <param name="Packets">Packets taken: audio and keys.</param>
/// <param name="Octets">Payload bytes of those.</param>
/// <param name="Lost">Expected less received (RFC 3550 A.3).</param>
/// <param name="Duplicates">Came twice.</param>
/// <param name="Malformed">Not RTP, or of an impossible length.</param>
/// <param name="WrongSource">Not from the agreed source, SSRC included, or while the other side may send nothing.</param>
/// <param name="WrongPayloadType">A payload type that was not agreed.</param>
/// <param name="Suspicious">A jump in the sequence that no second packet confirmed.</param>
/// <param name="SourceChanges">Changes of SSRC that were followed.</param>
/// <param name="DigitsDropped">Keys that nobody read in time.</param>
/// <param name="Jitter">Interarrival jitter (RFC 3550 A.8).</param>
public readonly record struct RtpInboundStatistics(
    long Packets,
    long Octets,
    long Lost,
    long Duplicates,
    long Malformed,
    long WrongSource,
    long WrongPayloadType,
    long Suspicious,
    long SourceChanges,
    long DigitsDropped,
    TimeSpan Jitter);

/// <summary>Counts of what was sent.</summary>
/// <param name="Packets">Packets sent.</param>
/// <param name="Octets">Payload bytes of those.</param>
/// <param name="Errors">Packets that the system refused to send.</param>
public readonly record struct RtpOutboundStatistics(long Packets, long Octets, long Errors);
