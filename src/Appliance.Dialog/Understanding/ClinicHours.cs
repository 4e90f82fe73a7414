using Appliance.Dialog.Facts;

namespace Appliance.Dialog.Understanding;

/// <summary>Decides morning or afternoon for a time said without AM or PM.</summary>
internal static class ClinicHours
{
    /// <summary>The one of the two readings that lies in the hours of the day asked for, or of any day; the morning if both do, afternoon if neither does and the hour is below 7.</summary>
    public static TimeOnly Resolve(int hour12, int minute, DayOfWeek? day, ClinicFacts facts)
    {
        var morning = new TimeOnly(hour12 % 12, minute);
        var afternoon = new TimeOnly((hour12 % 12) + 12, minute);
        if (IsOpen(morning, day, facts))
        {
            return morning;
        }

        return IsOpen(afternoon, day, facts) || hour12 % 12 < 7 ? afternoon : morning;
    }

    private static bool IsOpen(TimeOnly time, DayOfWeek? day, ClinicFacts facts) =>
        facts.Hours.Any(h => (day is null || facts.HoursOn(day.Value) is null || h.Day == day) && time >= h.Opens && time < h.Closes);
}
