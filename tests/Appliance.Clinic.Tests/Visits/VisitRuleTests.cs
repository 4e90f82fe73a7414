using Appliance.Clinic.Openings;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Schedules;
using Appliance.Clinic.Visits;
using Appliance.Clinic.Visits.Rules;

namespace Appliance.Clinic.Tests.Visits;

public sealed class VisitRuleTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    private static readonly VisitTime s_visit = new("chen", "checkup", new DateTime(2026, 11, 24, 8, 0, 0), new TimeInterval(s_start, s_start.AddMinutes(30)));

    [Theory]
    [InlineData(120, -121, true)]
    [InlineData(120, -120, true)]
    [InlineData(120, -119, false)]
    [InlineData(0, -1, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, false)]
    public void VisitIsChangedBeforeLeadTime_WhenJudged_LooksAtTheTimeLeft(int leadMinutes, int nowMinutes, bool expected)
    {
        var profile = ClinicProfile.Demo() with { ChangeLeadTime = TimeSpan.FromMinutes(leadMinutes) };
        Assert.Equal(expected, VisitIsChangedBeforeLeadTime.IsMet(s_visit, profile, s_start.AddMinutes(nowMinutes)));
    }

    [Theory]
    [InlineData("checkup", true)]
    [InlineData("physical", false)]
    public void MoveKeepsTheVisitType_WhenJudged_LooksAtTheType(string type, bool expected)
    {
        var opening = new Opening(OpeningId.Of("patel", type, s_start), "patel", type, s_visit.LocalStart, s_visit.Interval, s_visit.Interval);
        Assert.Equal(expected, MoveKeepsTheVisitType.IsMet(s_visit, opening));
    }
}
