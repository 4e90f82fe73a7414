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
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>As <see cref="FirstMomentOf"/>, but a skipped time means the moment at which the clocks jump over it.</summary>
    public DateTimeOffset BoundaryOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return FirstMomentOf(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))!.Value;
    }
}
