namespace Appliance.Media.Jitter;

/// <summary>What the jitter buffer has done. Times of audio, not numbers of packets, as packets differ in length.</summary>
/// <param name="Played">Audio given out as it came.</param>
/// <param name="Concealed">Audio made up for what was lost or late.</param>
/// <param name="LatePackets">Packets that came after their time, or twice.</param>
/// <param name="Starvations">Times it ran empty while playing.</param>
/// <param name="Resyncs">Times it began anew because of a jump in the timestamps.</param>
/// <param name="Inserted">Audio inserted to gain delay.</param>
/// <param name="Removed">Audio removed to lose delay.</param>
/// <param name="CurrentDelay">Time from a packet's arrival, at its fastest, to its playing.</param>
/// <param name="TargetDelay">The delay aimed at.</param>
public readonly record struct JitterBufferStatistics(
    TimeSpan Played,
    TimeSpan Concealed,
    long LatePackets,
    long Starvations,
    long Resyncs,
    TimeSpan Inserted,
    TimeSpan Removed,
    TimeSpan CurrentDelay,
    TimeSpan TargetDelay);
