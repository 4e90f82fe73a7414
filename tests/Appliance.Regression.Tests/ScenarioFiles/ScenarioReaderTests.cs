using Appliance.Regression.Scenarios;

namespace Appliance.Regression.Tests.ScenarioFiles;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void Read_WhenManyThingsAreWrong_NamesEachWithItsPlace()
    {
        var reading = ScenarioReader.Read(
            """
            { "callers": [ { "speed": 9, "lines": [ { "say": "Yes.", "keys": "1", "on": ["AskTea"] }, { "keys": "x" } ],
              "expect": { "outcome": "Happy", "appointment": { "colour": "red" } } } ] }
            """,
            "wrong");

        Assert.Null(reading.Scenario);
        string[] places = ["pain", "callers[0].speed", "callers[0].lines[0] ", "callers[0].lines[0].on", "callers[0].lines[1].keys", "callers[0].expect.outcome", "callers[0].expect.appointment.colour"];
        Assert.All(places, place => Assert.Contains(reading.Problems, problem => problem.StartsWith(place, StringComparison.Ordinal)));
        Assert.Equal(places.Length, reading.Problems.Length);
    }

    [Fact]
    public void Read_WhenItIsNoJson_NamesTheLine()
    {
        var reading = ScenarioReader.Read("{\n  \"pain\": \"x\",\n  \"pains\": 3 }", "wrong");

        Assert.StartsWith("line 3, $.pains", Assert.Single(reading.Problems), StringComparison.Ordinal);
    }
}
