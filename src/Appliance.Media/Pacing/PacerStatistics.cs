namespace Appliance.Media.Pacing;

/// <summary>How well the pacer has kept time since it started.</summary>
/// <param name="Ticks">Ticks run.</param>
/// <param name="Skipped">Ticks given up because the machine stood still for more than 100 ms.</param>
/// <param name="Faults">Streams removed because they threw.</param>
/// <param name="P50">Median lateness of a tick against its absolute deadline.</param>
/// <param name="P95">95th percentile of lateness.</param>
/// <param name="P99">99th percentile of lateness.</param>
/// <param name="Max">Greatest lateness.</param>
/// <param name="LongestWork">Longest time that all streams together took in one tick.</param>
public readonly record struct PacerStatistics(
    long Ticks,
    long Skipped,
    long Faults,
    TimeSpan P50,
    TimeSpan P95,
    TimeSpan P99,
    TimeSpan Max,
    TimeSpan LongestWork);
