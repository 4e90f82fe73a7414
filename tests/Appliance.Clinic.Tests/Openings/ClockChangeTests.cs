using Appliance.Clinic.Openings;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Tests.Openings;

public sealed class ClockChangeTests
{
    [Fact]
    public void Find_WhenClocksSkipAnHour_NeverOffersIt()
    {
        // 2027-03-14 in New York: 02:00 to 03:00 does not exist.
        var starts = StartsOn(new DateOnly(2027, 3, 14));
        Assert.DoesNotContain(starts, o => o.LocalStart.Hour == 2);
        var before = Assert.Single(starts, o => o.LocalStart.TimeOfDay == new TimeSpan(1, 45, 0));
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 6, 45, 0, TimeSpan.Zero), before.Visit.Start);
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 7, 15, 0, TimeSpan.Zero), before.Visit.End);
        var after = Assert.Single(starts, o => o.LocalStart.TimeOfDay == new TimeSpan(3, 0, 0));
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 7, 0, 0, TimeSpan.Zero), after.Visit.Start);
    }

    [Fact]
    public void Find_WhenClocksRepeatAnHour_OffersItsFirstComingOnly()
    {
        // 2026-11-01 in New York: 01:00 to 02:00 comes twice.
        var starts = StartsOn(new DateOnly(2026, 11, 1));
        var ambiguous = Assert.Single(starts, o => o.LocalStart.TimeOfDay == new TimeSpan(1, 30, 0));
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 5, 30, 0, TimeSpan.Zero), ambiguous.Visit.Start);
    }

    [Fact]
    public void Find_WhenHalfAnHourIsSkipped_NeverOffersIt()
    {
        // Lord Howe Island moves its clocks by half an hour: 2026-10-04, 02:00 to 02:30 does not exist.
        var profile = ClinicBuilder.AroundTheClock("Australia/Lord_Howe");
        var day = new DateOnly(2026, 10, 4);
        var starts = OpeningFinder.Find(profile, [], new OpeningQuery { FirstDay = day, LastDay = day, DoctorId = "a", Limit = 1000 }, Noon(day.AddDays(-3)));
        Assert.DoesNotContain(starts, o => o.LocalStart.TimeOfDay >= new TimeSpan(2, 0, 0) && o.LocalStart.TimeOfDay < new TimeSpan(2, 30, 0));
        Assert.Contains(starts, o => o.LocalStart.TimeOfDay == new TimeSpan(2, 30, 0));
    }

    [Fact]
    public void BoundaryOf_WhenTimeIsSkipped_IsTheJump()
    {
        var clock = new ClinicClock(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 7, 0, 0, TimeSpan.Zero), clock.BoundaryOf(new DateOnly(2027, 3, 14), new TimeOnly(2, 30)));
        Assert.Null(clock.FirstMomentOf(new DateOnly(2027, 3, 14), new TimeOnly(2, 30)));
    }

    [Fact]
    public void FirstMomentOf_WhenSummerOffsetIsTheSmallerOne_KnowsWhatIsSkippedAndWhatComesTwice()
    {
        // Casablanca goes from +1 to +0 for Ramadan (2026-02-15, 03:00) and back after it (2026-03-22, 02:00).
        var clock = new ClinicClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Casablanca"));
        Assert.Null(clock.FirstMomentOf(new DateOnly(2026, 3, 22), new TimeOnly(2, 15)));
        Assert.Equal(new DateTimeOffset(2026, 3, 22, 2, 0, 0, TimeSpan.Zero), clock.BoundaryOf(new DateOnly(2026, 3, 22), new TimeOnly(2, 15)));
        Assert.Equal(new DateTimeOffset(2026, 2, 15, 1, 30, 0, TimeSpan.Zero), clock.FirstMomentOf(new DateOnly(2026, 2, 15), new TimeOnly(2, 30)));
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("America/St_Johns")]
    [InlineData("Europe/Dublin")]
    [InlineData("Europe/Berlin")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Antarctica/Troll")]
    public void FirstMomentOf_ForEveryQuarterOfTwoYears_IsWhenTheWallFirstShowsIt(string zone)
    {
        var clock = new ClinicClock(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var shown = new Dictionary<DateTime, DateTimeOffset>();
        var (from, to) = (Noon(new DateOnly(2026, 1, 1)), Noon(new DateOnly(2028, 1, 1)));
        for (var moment = from.AddDays(-1); moment < to.AddDays(1); moment = moment.AddMinutes(15))
        {
            shown.TryAdd(clock.ToLocal(moment), moment);
        }

        for (var local = from.DateTime; local < to.DateTime; local = local.AddMinutes(15))
        {
            DateTimeOffset? expected = shown.TryGetValue(local, out var moment) ? moment : null;
            Assert.Equal(expected, clock.FirstMomentOf(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)));
        }
    }

    private static IReadOnlyList<Opening> StartsOn(DateOnly day) => OpeningFinder.Find(
        ClinicBuilder.AroundTheClock("America/New_York"),
        [],
        new OpeningQuery { FirstDay = day, LastDay = day, DoctorId = "a", Limit = 1000 },
        Noon(day.AddDays(-3)));

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
