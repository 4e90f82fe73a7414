using Appliance.Calls.Tools;
using Appliance.Clinic.Profiles;

namespace Appliance.Calls.Tests.Tools;

public class ClinicFactsOfTests
{
    [Fact]
    public void Profile_WhenTheClinicIsElsewhere_TellsItsOwnWallClock()
    {
        var facts = ClinicFactsOf.Profile(ClinicProfile.Demo(), new DateTimeOffset(2026, 11, 24, 2, 30, 0, TimeSpan.Zero));

        Assert.Equal(new DateTime(2026, 11, 23, 21, 30, 0), facts.AnsweredLocal);
        Assert.Equal("America/New_York", facts.TimeZone);
    }

    [Fact]
    public void Profile_WithADefaultVisitType_PutsItFirst()
    {
        var profile = ClinicProfile.Demo() with { DefaultVisitTypeId = "flu-shot" };

        var facts = ClinicFactsOf.Profile(profile, DateTimeOffset.UnixEpoch);

        Assert.Equal("flu-shot", facts.VisitTypes[0].Id);
        Assert.Equal("a flu shot", facts.VisitTypes[0].Name);
        Assert.Contains("flu shot", facts.VisitTypes[0].Keywords);
        Assert.Equal(profile.VisitTypes.Length, facts.VisitTypes.Length);
    }

    [Fact]
    public void Profile_WithHolidays_NamesThem()
    {
        var facts = ClinicFactsOf.Profile(ClinicProfile.Demo(), DateTimeOffset.UnixEpoch);

        Assert.Contains(facts.ClosedDays, day => day.Date == new DateOnly(2026, 12, 25) && day.Name == "Christmas Day");
    }

    [Fact]
    public void Profile_WithALunchBreak_IsOpenFromTheFirstToTheLastHour()
    {
        var hours = new[] { new Clinic.Schedules.WorkingHours(DayOfWeek.Monday, new(8, 0), new(12, 0)), new Clinic.Schedules.WorkingHours(DayOfWeek.Monday, new(13, 0), new(17, 0)) };
        var profile = ClinicProfile.Demo() with { Hours = new Clinic.Schedules.WeeklySchedule(hours) };

        var monday = ClinicFactsOf.Profile(profile, DateTimeOffset.UnixEpoch).HoursOn(DayOfWeek.Monday);

        Assert.Equal((new TimeOnly(8, 0), new TimeOnly(17, 0)), (monday!.Opens, monday.Closes));
        Assert.Null(ClinicFactsOf.Profile(profile, DateTimeOffset.UnixEpoch).HoursOn(DayOfWeek.Sunday));
    }
}
