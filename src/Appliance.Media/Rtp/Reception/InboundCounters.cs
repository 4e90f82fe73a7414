namespace Appliance.Media.Rtp.Reception;

/// <summary>The running counts behind <see cref="RtpInboundStatistics"/>.</summary>
internal struct InboundCounters
{
    public long Packets;
    public long Octets;
    public long Duplicates;
    public long Malformed;
    public long WrongSource;
    public long WrongPayloadType;
    public long Suspicious;
    public long SourceChanges;
    public long DigitsDropped;

    public readonly RtpInboundStatistics Report(long lost, uint jitterUnits) => new(
        Packets,
        Octets,
        lost,
        Duplicates,
        Malformed,
        WrongSource,
        WrongPayloadType,
        Suspicious,
        SourceChanges,
        DigitsDropped,
        AudioFormat.DurationOf(jitterUnits, AudioFormat.LineSampleRate));
}
