namespace Appliance.Media.Rtp.Transmission;

/// <summary>
/// RTP timestamps for ticks of 20 ms: a tick's timestamp depends on its number alone, so a pause of any length leaves
/// the time line where it was (RFC 3550 §5.1). Ticks come from the pacer, or are derived from the clock.
/// </summary>
internal sealed class SendTimeline(uint firstTimestamp)
{
    /// <summary>
    /// Without tick numbers, a lateness of up to 120 ms counts as jitter of the caller, who makes it up; more is a pause.
    /// </summary>
    private static readonly TimeSpan LongestJitter = TimeSpan.FromMilliseconds(120);

    private long? _lastTick;
    private TimeSpan _lastAt;

    /// <summary>Timestamp of the last tick.</summary>
    public uint Timestamp { get; private set; } = firstTimestamp;

    /// <summary>Time of the last tick.</summary>
    public TimeSpan LastAt => _lastAt;

    /// <summary>Moves to the tick; true when talk begins with it: it is the first, or follows a gap.</summary>
    public bool MoveTo(long? tick, TimeSpan now)
    {
        var next = tick ?? FromClock(now);
        // A tick number that does not go up, after another pacer took over, still moves time on.
        var steps = _lastTick is { } last ? Math.Max(1, next - last) : 0;
        var begins = steps != 1;
        Timestamp += (uint)steps * AudioFormat.LineFrameSamples;
        _lastTick = next;
        _lastAt = now;
        return begins;
    }

    private long FromClock(TimeSpan now)
    {
        if (_lastTick is not { } last)
        {
            return 0;
        }

        var passed = now - _lastAt;
        return last + (passed > LongestJitter ? (long)Math.Round(passed / AudioFormat.FrameDuration) : 1);
    }
}
