namespace Appliance.Media.Jitter;

/// <summary>The running counts behind <see cref="JitterBufferStatistics"/>; audio in samples at 8 kHz.</summary>
internal struct JitterCounters
{
    public long Played;
    public long Concealed;
    public long Late;
    public long Starvations;
    public long Resyncs;
    public long Inserted;
    public long Removed;

    public readonly JitterBufferStatistics Report(TimeSpan current, TimeSpan target) => new(
        AudioFormat.DurationOf(Played, AudioFormat.LineSampleRate),
        AudioFormat.DurationOf(Concealed, AudioFormat.LineSampleRate),
        Late,
        Starvations,
        Resyncs,
        AudioFormat.DurationOf(Inserted, AudioFormat.LineSampleRate),
        AudioFormat.DurationOf(Removed, AudioFormat.LineSampleRate),
        current,
        target);
}
