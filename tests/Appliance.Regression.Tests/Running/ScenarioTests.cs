using Appliance.Regression.Running;
using Appliance.Regression.Scenarios;

namespace Appliance.Regression.Tests.Running;

/// <summary>Every scenario file, by voice, with the real engines, against the sessions of real calls.</summary>
public sealed class ScenarioTests(ReplayFixture replay)
{
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    private static string Folder => Repository.PathOf("tests", "Appliance.Regression.Tests", "Scenarios");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenario_WhenRunByVoice_Holds(string name)
    {
        var reading = ScenarioReader.ReadFile(Path.Combine(Folder, name + ".json"));
        Assert.Empty(reading.Problems);

        var result = await Replay.RunAsync(reading.Scenario!, replay.Engines);

        Assert.True(result.Passed, string.Join('\n', result.Calls.SelectMany(Lines)));
    }

    [Fact]
    public async Task Scenario_WhenRunTwice_GoesTheSameWayToTheMillisecond()
    {
        var scenario = ScenarioReader.ReadFile(Path.Combine(Folder, "corrects-the-day-while-interrupting.json")).Scenario!;

        var first = await Replay.RunAsync(scenario, replay.Engines);
        var second = await Replay.RunAsync(scenario, replay.Engines);

        Assert.Equal(first.Calls[0].Transcript, second.Calls[0].Transcript);
        Assert.Equal(first.Latencies, second.Latencies);
    }

    private static IEnumerable<string> Lines(CallResult call) =>
        [.. call.Failures, .. call.Transcript, .. call.Record.Turns.Select(turn => $"{turn.Turn.Stage}: {turn.Turn.CallerText} ({turn.Turn.End})")];
}
