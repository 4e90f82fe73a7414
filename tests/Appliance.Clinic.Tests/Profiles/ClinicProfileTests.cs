using Appliance.Clinic.Profiles;

namespace Appliance.Clinic.Tests.Profiles;

public sealed class ClinicProfileTests
{
    [Fact]
    public void Demo_WhenLoaded_IsMapleStreetClinic()
    {
        var demo = ClinicProfile.Demo();
        Assert.Equal("Maple Street Clinic", demo.Name);
        Assert.Equal(["Patel", "Chen", "Garcia"], demo.Doctors.Select(d => d.Name));
        Assert.Equal("America/New_York", demo.TimeZone.Id);
        Assert.Equal(5, demo.Hours.Hours.Length);
        Assert.Contains(demo.VisitTypes, v => v.Id == "flu-shot" && v.Keywords.Contains("flu shot") && v.Length == TimeSpan.FromMinutes(15));
        Assert.True(demo.IsClosedOn(new DateOnly(2026, 11, 26)));
        Assert.All(demo.Doctors, doctor => Assert.Equal(demo.Hours.Hours, doctor.Schedule.Hours));
    }

    [Fact]
    public void Load_WhenMuchIsWrong_ReportsAllOfIt()
    {
        var reading = ClinicProfile.Load("""
            {
              "timeZone": "Mars/Olympus",
              "hours": [{ "days": ["Monday", "Funday"], "from": "17:00", "to": "08:00" }],
              "closedDays": [{ "date": "26.11.2026", "name": "Thanksgiving" }],
              "doctors": [{ "id": "a:b", "name": "A" }, { "id": "c", "absences": [{ "firstDay": "2026-02-02", "lastDay": "2026-02-01" }] }],
              "visitTypes": [
                { "id": "x", "name": "X", "minutes": 3, "keywords": ["same"] },
                { "id": "x", "name": "Y", "minutes": 30, "keywords": ["same"], "doctors": ["nobody"] }],
              "defaultVisitType": "none",
              "gridMinutes": 0,
              "holdMinutes": 100,
              "changeLeadTimeMinutes": -1
            }
            """);
        Assert.Null(reading.Profile);
        string[] paths =
        [
            "name:", "timeZone:", "hours[0]:", "hours[0].days:", "closedDays[0].date:", "doctors[0].id:", "doctors[1].name:",
            "doctors[1].absences[0]:", "visitTypes[0].minutes:", "visitTypes: ids", "visitTypes: keyword", "visitTypes[1].doctors:",
            "defaultVisitType:", "gridMinutes:", "holdMinutes:", "changeLeadTimeMinutes:",
        ];
        Assert.All(paths, path => Assert.Contains(reading.Problems, problem => problem.StartsWith(path, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"nmae\": \"typo\" }")]
    [InlineData("{}")]
    public void Load_WhenTextIsNoProfile_ReportsIt(string json)
    {
        var reading = ClinicProfile.Load(json);
        Assert.Null(reading.Profile);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void Load_WhenDoctorWorksBeyondTheClinic_KeepsWithinItsHours()
    {
        var reading = ClinicProfile.Load("""
            {
              "name": "C", "timeZone": "Europe/Berlin",
              "hours": [{ "days": ["Monday"], "from": "08:00", "to": "12:00" }, { "days": ["Monday"], "from": "13:00", "to": "17:00" }],
              "doctors": [{ "id": "a", "name": "A", "hours": [{ "days": ["monday", "Sunday"], "from": "10:00", "to": "20:00" }] }],
              "visitTypes": [{ "id": "x", "name": "X", "minutes": 30 }]
            }
            """);
        Assert.Empty(reading.Problems);
        Assert.Equal(
            [new(DayOfWeek.Monday, new TimeOnly(10, 0), new TimeOnly(12, 0)), new(DayOfWeek.Monday, new TimeOnly(13, 0), new TimeOnly(17, 0))],
            reading.Profile!.Doctors[0].Schedule.Hours);
        Assert.Equal("x", reading.Profile.DefaultVisitTypeId);
        Assert.Equal(TimeSpan.FromHours(2), reading.Profile.LeadTime);
        Assert.Equal(TimeSpan.FromMinutes(5), reading.Profile.HoldLifetime);
    }
}
