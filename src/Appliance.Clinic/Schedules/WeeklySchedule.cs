using System.Collections.Immutable;

namespace Appliance.Clinic.Schedules;

/// <summary>When somebody works, week after week, in local time; spans of one day are in order and do not overlap.</summary>
public sealed class WeeklySchedule
{
    public WeeklySchedule(IEnumerable<WorkingHours> hours)
    {
        Hours = [.. hours.OrderBy(h => h.Day).ThenBy(h => h.From)];
    }

    public ImmutableArray<WorkingHours> Hours { get; }

    public IEnumerable<WorkingHours> On(DayOfWeek day) => Hours.Where(h => h.Day == day);

    /// <summary>The spans in which both work: a doctor's hours never reach beyond the clinic's.</summary>
    public WeeklySchedule Within(WeeklySchedule outer) => new(
        from inner in Hours
        from limit in outer.On(inner.Day)
        let start = inner.From > limit.From ? inner.From : limit.From
        let end = inner.To < limit.To ? inner.To : limit.To
        where start < end
        select new WorkingHours(inner.Day, start, end));
}
