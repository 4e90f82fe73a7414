using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Profiles;

/// <summary>Reads lists of { days, from, to } and refuses spans that are empty or overlap.</summary>
internal static class ScheduleReader
{
    public static WeeklySchedule Read(string path, IReadOnlyList<HoursDocument>? entries, ProblemList problems)
    {
        if (entries is not { Count: > 0 })
        {
            problems.Add(path, "needs at least one entry");
            return new WeeklySchedule([]);
        }

        var schedule = new WeeklySchedule(entries.SelectMany((entry, i) => ReadEntry($"{path}[{i}]", entry, problems)).ToList());
        foreach (var (earlier, later) in schedule.Hours.Zip(schedule.Hours.Skip(1)))
        {
            if (earlier.Day == later.Day && earlier.To > later.From)
            {
                problems.Add(path, "has overlapping spans on " + earlier.Day);
            }
        }

        return schedule;
    }

    private static IEnumerable<WorkingHours> ReadEntry(string path, HoursDocument entry, ProblemList problems)
    {
        var from = problems.Time(path + ".from", entry.From);
        var to = problems.Time(path + ".to", entry.To);
        if (to <= from)
        {
            problems.Add(path, "must end after it starts");
        }

        if (entry.Days is not { Count: > 0 })
        {
            problems.Add(path + ".days", "needs at least one day");
        }

        foreach (var name in entry.Days ?? [])
        {
            if (Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) && char.IsAsciiLetter(name[0]))
            {
                yield return new WorkingHours(day, from, to);
            }
            else
            {
                problems.Add(path + ".days", "must be weekdays such as Monday");
            }
        }
    }
}
