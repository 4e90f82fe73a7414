using System.Collections.Immutable;
using System.Text.Json;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Profiles;

/// <summary>JSON text → profile, gathering every fault on the way.</summary>
internal static class ClinicProfileReader
{
    private const double MinutesPerDay = 24 * 60;

    public static ClinicProfileReading Read(string json)
    {
        ClinicProfileDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(json, ClinicProfileJson.Default.ClinicProfileDocument);
        }
        catch (JsonException e)
        {
            return new ClinicProfileReading(null, ["profile: " + e.Message]);
        }

        if (document is null)
        {
            return new ClinicProfileReading(null, ["profile: is empty"]);
        }

        var problems = new ProblemList();
        var profile = Build(document, problems);
        return problems.IsEmpty ? new ClinicProfileReading(profile, []) : new ClinicProfileReading(null, problems.ToImmutable());
    }

    private static ClinicProfile Build(ClinicProfileDocument document, ProblemList problems)
    {
        var hours = ScheduleReader.Read("hours", document.Hours, problems);
        var doctors = DoctorReader.Read(document.Doctors, hours, problems);
        var visitTypes = VisitTypeReader.Read(document.VisitTypes, doctors, problems);
        var defaultVisitType = document.DefaultVisitType ?? visitTypes.FirstOrDefault()?.Id ?? string.Empty;
        if (!visitTypes.Any(v => string.Equals(v.Id, defaultVisitType, StringComparison.Ordinal)))
        {
            problems.Add("defaultVisitType", "names no visit type of this profile");
        }

        return new ClinicProfile
        {
            Name = problems.Text("name", document.Name),
            TimeZone = ReadZone(document.TimeZone, problems),
            Hours = hours,
            ClosedDays = ReadClosedDays(document.ClosedDays ?? [], problems),
            Doctors = doctors,
            VisitTypes = visitTypes,
            DefaultVisitTypeId = defaultVisitType,
            LeadTime = problems.Minutes("leadTimeMinutes", document.LeadTimeMinutes, 120, 0, 30 * MinutesPerDay),
            ChangeLeadTime = problems.Minutes("changeLeadTimeMinutes", document.ChangeLeadTimeMinutes, 120, 0, 30 * MinutesPerDay),
            Horizon = problems.Minutes("horizonDays", (document.HorizonDays ?? 90) * MinutesPerDay, 0, MinutesPerDay, 730 * MinutesPerDay),
            Grid = problems.Minutes("gridMinutes", document.GridMinutes, 15, 5, 240),
            HoldLifetime = problems.Minutes("holdMinutes", document.HoldMinutes, 5, 0.5, 60),
            IdentityNeedsPhone = document.IdentityNeedsPhone ?? true,
        };
    }

    private static TimeZoneInfo ReadZone(string? id, ProblemList problems)
    {
        if (id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        problems.Add("timeZone", "must be a zone known to this machine, such as America/New_York");
        return TimeZoneInfo.Utc;
    }

    private static ImmutableArray<ClosedDay> ReadClosedDays(IReadOnlyList<ClosedDayDocument> days, ProblemList problems) =>
    [
        .. days.Select((day, i) => new ClosedDay(
            problems.Date($"closedDays[{i}].date", day.Date),
            problems.Text($"closedDays[{i}].name", day.Name))),
    ];
}
