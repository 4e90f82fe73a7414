using Appliance.Clinic.Openings;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Tests.Openings;

public sealed class OpeningFinderTests
{
    // Monday 2026-11-23, 09:00 in New York.
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 14, 0, 0, TimeSpan.Zero);
    private static readonly ClinicProfile s_demo = ClinicProfile.Demo();

    [Fact]
    public void Find_WhenAskedForToday_StartsAfterTheLeadTime()
    {
        var first = Find(new OpeningQuery { FirstDay = Day(23), LastDay = Day(23) })[0];
        Assert.Equal(new DateTime(2026, 11, 23, 11, 0, 0), first.LocalStart);
        Assert.Equal("patel", first.DoctorId);
        Assert.Equal("patel:consultation:202611231600", first.Id.Value);
    }

    [Fact]
    public void Find_WhenClinicIsClosed_OffersNothingThatDay()
    {
        Assert.Empty(Find(new OpeningQuery { FirstDay = Day(26), LastDay = Day(26) }));
        Assert.Empty(Find(new OpeningQuery { FirstDay = Day(28), LastDay = Day(29) }));
        Assert.Equal(Day(27), DateOnly.FromDateTime(Find(new OpeningQuery { FirstDay = Day(26), LastDay = Day(30) })[0].LocalStart));
    }

    [Fact]
    public void Find_WhenWindowOfTheDayIsGiven_IsHalfOpen()
    {
        var openings = Find(new OpeningQuery
        {
            FirstDay = Day(24),
            LastDay = Day(24),
            DoctorId = "chen",
            Earliest = new TimeOnly(14, 0),
            Before = new TimeOnly(15, 0),
        });
        Assert.Equal([new TimeOnly(14, 0), new TimeOnly(14, 30)], openings.Select(o => TimeOnly.FromDateTime(o.LocalStart)));
    }

    [Fact]
    public void Find_WhenVisitIsLong_EndsWithinWorkingHours()
    {
        var last = Find(new OpeningQuery { FirstDay = Day(24), LastDay = Day(24), DoctorId = "chen", VisitTypeId = "physical", Limit = 100 })[^1];
        Assert.Equal(new DateTime(2026, 11, 24, 16, 0, 0), last.LocalStart);
    }

    [Theory]
    [InlineData("nobody", "checkup")]
    [InlineData("chen", "surgery")]
    public void Find_WhenDoctorOrVisitIsUnknown_OffersNothing(string doctor, string visit)
    {
        Assert.Empty(Find(new OpeningQuery { FirstDay = Day(24), LastDay = Day(27), DoctorId = doctor, VisitTypeId = visit }));
    }

    [Fact]
    public void Find_WhenDoctorIsAway_OffersOthersOnly()
    {
        var away = s_demo.Doctors[0] with { Absences = [new Absence(Day(24), Day(25))] };
        var profile = s_demo with { Doctors = [away, .. s_demo.Doctors.Skip(1)] };
        var openings = OpeningFinder.Find(profile, [], new OpeningQuery { FirstDay = Day(24), LastDay = Day(27), Limit = 500 }, s_now);
        Assert.Equal(Day(27), openings.Where(o => o.DoctorId == "patel").Min(o => DateOnly.FromDateTime(o.LocalStart)));
        Assert.Contains(openings, o => o.DoctorId == "chen" && DateOnly.FromDateTime(o.LocalStart) == Day(24));
    }

    [Fact]
    public void Find_WhenVisitHasABuffer_KeepsItFree()
    {
        var profile = ClinicBuilder.AroundTheClock("UTC", gridMinutes: 15, visitMinutes: 30, bufferMinutes: 10);
        var start = s_now.AddDays(1);
        var busy = new BusyInterval("a", new TimeInterval(start, start.AddMinutes(15)));
        var openings = OpeningFinder.Find(profile, [busy], new OpeningQuery { FirstDay = Day(24), LastDay = Day(24), DoctorId = "a", Limit = 1000 }, s_now);
        Assert.DoesNotContain(openings, o => o.Visit.Start == start.AddMinutes(-30));
        Assert.Contains(openings, o => o.Visit.Start == start.AddMinutes(-45));
        Assert.Contains(openings, o => o.Visit.Start == start.AddMinutes(15));
    }

    [Fact]
    public void Find_WhenDaysLieFarAhead_StopsAtTheHorizon()
    {
        var openings = Find(new OpeningQuery { FirstDay = DateOnly.MinValue, LastDay = DateOnly.MaxValue, Limit = int.MaxValue });
        Assert.Equal(1000, openings.Count);
        Assert.Empty(Find(new OpeningQuery { FirstDay = new DateOnly(2027, 3, 1), LastDay = DateOnly.MaxValue }));
    }

    [Theory]
    [InlineData("patel:checkup:202611231530", OpeningRefusal.TooSoon)]
    [InlineData("patel:checkup:202611201530", OpeningRefusal.TooSoon)]
    [InlineData("patel:checkup:202703151530", OpeningRefusal.TooFarAhead)]
    [InlineData("patel:checkup:202611261530", OpeningRefusal.Closed)]
    [InlineData("patel:checkup:202611241531", OpeningRefusal.NotOffered)]
    [InlineData("patel:checkup:202611242200", OpeningRefusal.NotOffered)]
    [InlineData("nobody:checkup:202611241530", OpeningRefusal.NotOffered)]
    [InlineData("patel:surgery:202611241530", OpeningRefusal.NotOffered)]
    [InlineData("patel:checkup", OpeningRefusal.NotOffered)]
    [InlineData("patel:checkup:yesterday", OpeningRefusal.NotOffered)]
    [InlineData("patel:checkup:000101010000", OpeningRefusal.NotOffered)]
    [InlineData("patel:checkup:999912312359", OpeningRefusal.NotOffered)]
    public void Judge_WhenARuleIsBroken_NamesIt(string id, OpeningRefusal expected)
    {
        var verdict = OpeningFinder.Judge(s_demo, [], new OpeningId(id), s_now);
        Assert.Null(verdict.Opening);
        Assert.Equal(expected, verdict.Refusal);
    }

    [Fact]
    public void Judge_WhenTimeIsTaken_SaysSo()
    {
        var opening = Find(new OpeningQuery { FirstDay = Day(24), LastDay = Day(24), DoctorId = "chen" })[0];
        var verdict = OpeningFinder.Judge(s_demo, [new BusyInterval("chen", opening.Visit)], opening.Id, s_now);
        Assert.Equal(OpeningRefusal.Taken, verdict.Refusal);
        Assert.Equal(opening, OpeningFinder.Judge(s_demo, [new BusyInterval("patel", opening.Visit)], opening.Id, s_now).Opening);
    }

    private static DateOnly Day(int day) => new(2026, 11, day);

    private static IReadOnlyList<Opening> Find(OpeningQuery query) => OpeningFinder.Find(s_demo, [], query, s_now);
}
