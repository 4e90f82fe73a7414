namespace Appliance.Media.Pacing;

/// <summary>
/// When the next tick is due: pure arithmetic on absolute deadlines, in units of the clock's timestamp.
/// Deadline n is always Origin + n·Period, so a late tick never moves the ones after it. A backlog of up to
/// <see cref="MaxBacklog"/> ticks is worked off at double speed, never in one burst; more is skipped.
/// </summary>
internal readonly record struct PacerSchedule(long Origin, long Period, long NextTick)
{
    /// <summary>Ticks that are made up for after a stall: 100 ms.</summary>
    public const int MaxBacklog = 5;

    /// <summary>The first tick is due one period after <paramref name="now"/>.</summary>
    public static PacerSchedule Start(long now, long period) => new(now, period, 1);

    /// <summary>Timestamp at which <see cref="NextTick"/> should have run.</summary>
    public long Deadline => Origin + (NextTick * Period);

    /// <summary>The schedule after <see cref="NextTick"/> began at <paramref name="now"/>, with the ticks given up.</summary>
    public (PacerSchedule Next, long Skipped) After(long now)
    {
        var behind = (now - Deadline) / Period;
        var skipped = behind > MaxBacklog ? behind : 0;
        return (this with { NextTick = NextTick + 1 + skipped }, skipped);
    }

    /// <summary>Earliest timestamp for the next tick when the last one began at <paramref name="lastBegan"/>.</summary>
    public long WakeAt(long lastBegan) => Math.Max(Deadline, lastBegan + (Period / 2));
}
