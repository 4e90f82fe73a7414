namespace Appliance.Clinic.Schedules;

/// <summary>Turns the clinic's wall-clock times into moments and back. A wall-clock time may not exist (spring) or exist twice (autumn).</summary>
public sealed class ClinicClock(TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public DateTime ToLocal(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(ToLocal(moment));

    /// <summary>
    /// The moment at which clocks in the clinic show this time; null in the hour that the spring change skips.
    /// A time shown twice means the first showing: nobody can say on the phone which of the two is meant.
    /// </summary>
    public DateTimeOffset? FirstMomentOf(DateOnly day, TimeOnly time)
    {
        // Asked from moments to the wall alone: TimeZoneInfo's own way back (IsInvalidTime, IsAmbiguousTime) errs where the
        // summer offset is the smaller one, as in Casablanca, whose clocks go back for Ramadan. Two changes are never a day apart.
        var local = day.ToDateTime(time);
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);
        var before = asUtc - zone.GetUtcOffset(asUtc.AddDays(-1));
        var after = asUtc - zone.GetUtcOffset(asUtc.AddDays(1));
        var (first, second) = before <= after ? (before, after) : (after, before);
        return ToLocal(first) == local ? first : ToLocal(second) == local ? second : null;
    }

    /// <summary>As <see cref="FirstMomentOf"/>, but a skipped time means the moment at which the clocks jump over it.</summary>
    public DateTimeOffset BoundaryOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        DateTimeOffset? moment;
        while ((moment = FirstMomentOf(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))) is null)
        {
            local = local.AddMinutes(1);
        }

        return moment.Value;
    }
}
