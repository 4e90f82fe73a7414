using Appliance.Clinic.Openings;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Schedules;
using FsCheck;
using FsCheck.Fluent;

namespace Appliance.Clinic.Tests.Openings;

/// <summary>What holds for every opening, whatever the zone, the season, the grid and the time that is taken.</summary>
public sealed class OpeningFinderProperties
{
    private static readonly string[] s_zones =
        ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu", "Africa/Casablanca", "UTC"];

    private static readonly Arbitrary<Case> s_cases = (
        from zone in Gen.Elements(s_zones)
        from hour in Gen.Choose(0, 2 * 366 * 24)
        from grid in Gen.Elements(10, 15, 30, 45)
        from visit in Gen.Elements(15, 30, 50, 60)
        from buffer in Gen.Elements(0, 5, 20)
        from lead in Gen.Elements(0, 120, 1440)
        from busy in Gen.ListOf(Gen.Choose(0, 72 * 60))
        select new Case(zone, hour, grid, visit, buffer, lead, [.. busy])).ToArbitrary();

    [Fact]
    public void Find_ForAnyClinicAndBusyTime_OffersOnlyWhatCanBeBooked() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(s_cases, AssertHolds));

    // Casablanca, the night when clocks go forward after Ramadan: 02:15 was offered, which does not exist.
    [Fact]
    public void Find_ForTheCaseThatOnceFailed_OffersOnlyWhatCanBeBooked() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1).WithReplay(5448720176710804565UL, 13713945188299459291UL, 29),
            Prop.ForAll(s_cases, AssertHolds));

    private static void AssertHolds(Case c)
    {
        var profile = ClinicBuilder.AroundTheClock(c.Zone, c.Grid, c.Visit, c.Buffer, c.Lead);
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(c.Hour);
        var busy = c.Busy.Select(minute => new BusyInterval("a", new TimeInterval(now.AddMinutes(minute), now.AddMinutes(minute + 25)))).ToList();
        var today = profile.Clock.DayOf(now);
        var query = new OpeningQuery { FirstDay = today, LastDay = today.AddDays(2), Limit = 1000 };
        var openings = OpeningFinder.Find(profile, busy, query, now);

        Assert.All(openings, o => AssertBookable(o, profile, busy, now));
        Assert.Equal(openings.OrderBy(o => o.Visit.Start).Select(o => o.Visit.Start), openings.Select(o => o.Visit.Start));
        Assert.Equal(openings.Count, openings.Select(o => o.Id).Distinct().Count());
        Assert.Equal(openings.Count, openings.Select(o => (o.DoctorId, o.LocalStart)).Distinct().Count());

        // The other doctor is free all day: nothing but the clock and the lead time keeps a start from being offered.
        var free = openings.Where(o => o.DoctorId == "b").Select(o => o.LocalStart).ToHashSet();
        Assert.Subset(free, openings.Where(o => o.DoctorId == "a").Select(o => o.LocalStart).ToHashSet());
        Assert.Equal(ExpectedStarts(profile, query, now).ToHashSet(), free);
    }

    private static void AssertBookable(Opening opening, ClinicProfile profile, List<BusyInterval> busy, DateTimeOffset now)
    {
        Assert.Equal(opening.LocalStart, TimeZoneInfo.ConvertTime(opening.Visit.Start, profile.TimeZone).DateTime);
        Assert.True(opening.Visit.Start >= now + profile.LeadTime);
        Assert.Equal(profile.VisitTypes[0].Length, opening.Visit.Length);
        Assert.Equal(profile.VisitTypes[0].Length + profile.VisitTypes[0].Buffer, opening.Occupied.Length);
        Assert.DoesNotContain(busy, b => b.DoctorId == opening.DoctorId && b.Time.Start < opening.Occupied.End && b.Time.End > opening.Occupied.Start);
        Assert.Equal(opening, OpeningFinder.Judge(profile, busy, opening.Id, now).Opening);
    }

    // Found another way: every minute of real time that shows a grid time on the wall for the first time that day.
    private static IEnumerable<DateTime> ExpectedStarts(ClinicProfile profile, OpeningQuery query, DateTimeOffset now)
    {
        var seen = new HashSet<DateTime>();
        for (var moment = now.AddDays(-2); moment < now.AddDays(4); moment = moment.AddMinutes(1))
        {
            var local = TimeZoneInfo.ConvertTime(moment, profile.TimeZone).DateTime;
            var day = DateOnly.FromDateTime(local);
            var end = profile.Clock.BoundaryOf(day, new TimeOnly(23, 45));
            if (seen.Add(local)
                && day >= query.FirstDay && day <= query.LastDay
                && local.TimeOfDay.TotalMinutes % profile.Grid.TotalMinutes == 0
                && moment >= now + profile.LeadTime
                && moment + profile.VisitTypes[0].Length <= end)
            {
                yield return local;
            }
        }
    }

    private sealed record Case(string Zone, int Hour, int Grid, int Visit, int Buffer, int Lead, int[] Busy);
}
