using System.Collections.Immutable;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Tests.Openings;

/// <summary>Small profiles for tests: one doctor or two who work around the clock, so that clock changes fall into working hours.</summary>
internal static class ClinicBuilder
{
    public static ClinicProfile AroundTheClock(string zone, int gridMinutes = 15, int visitMinutes = 30, int bufferMinutes = 0, int leadMinutes = 0)
    {
        var hours = new WeeklySchedule(Enum.GetValues<DayOfWeek>().Select(day => new WorkingHours(day, new TimeOnly(0, 0), new TimeOnly(23, 45))));
        return new ClinicProfile
        {
            Name = "Test",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            Hours = hours,
            ClosedDays = [],
            Doctors = [NewDoctor("a", hours), NewDoctor("b", hours)],
            VisitTypes = [new VisitType("v", "visit", TimeSpan.FromMinutes(visitMinutes), TimeSpan.FromMinutes(bufferMinutes), ["visit"], [])],
            DefaultVisitTypeId = "v",
            LeadTime = TimeSpan.FromMinutes(leadMinutes),
            ChangeLeadTime = TimeSpan.FromHours(2),
            Horizon = TimeSpan.FromDays(90),
            Grid = TimeSpan.FromMinutes(gridMinutes),
            HoldLifetime = TimeSpan.FromMinutes(5),
            IdentityNeedsPhone = true,
        };
    }

    public static Doctor NewDoctor(string id, WeeklySchedule hours) => new(id, id, [id], hours, ImmutableArray<Absence>.Empty);
}
