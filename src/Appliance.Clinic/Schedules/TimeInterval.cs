namespace Appliance.Clinic.Schedules;

/// <summary>A span of real time, half-open: <see cref="Start"/> belongs to it, <see cref="End"/> does not. Both in UTC.</summary>
public readonly record struct TimeInterval
{
    /// <exception cref="ArgumentException">The end does not lie after the start.</exception>
    public TimeInterval(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
        {
            throw new ArgumentException("An interval ends after it starts.", nameof(end));
        }

        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    public DateTimeOffset Start { get; }

    public DateTimeOffset End { get; }

    public TimeSpan Length => End - Start;

    public bool Overlaps(TimeInterval other) => Start < other.End && End > other.Start;

    public bool Contains(TimeInterval other) => Start <= other.Start && End >= other.End;
}
