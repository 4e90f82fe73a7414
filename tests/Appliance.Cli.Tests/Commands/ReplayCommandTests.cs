namespace Appliance.Cli.Tests.Commands;

public sealed class ReplayCommandTests
{
    private static readonly string Scenarios = Repository.PathOf("tests", "Appliance.Regression.Tests", "Scenarios");

    [Fact]
    public async Task Replay_WhenAScenarioHolds_ShowsItsFiguresAndSucceeds()
    {
        var (code, output, error) = await RunAsync(Path.Combine(Scenarios, "has-chest-pain.json"));

        Assert.Equal("", error);
        Assert.Contains("1 of 1 passed", output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Ok, code);
    }

    [Fact]
    public async Task Replay_WhenAScenarioDoesNotHold_SaysWhatAndFails()
    {
        var path = Path.GetTempFileName();
        var wrong = (await File.ReadAllTextAsync(Path.Combine(Scenarios, "has-chest-pain.json"), TestContext.Current.CancellationToken))
            .Replace("\"outcome\": \"Emergency\"", "\"outcome\": \"Booked\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, wrong, TestContext.Current.CancellationToken);

        var (code, output, _) = await RunAsync(path);
        File.Delete(path);

        Assert.Contains("outcome is Emergency, expected Booked", output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Failed, code);
    }

    [Fact]
    public async Task Replay_WhenTheFileIsNotThere_SaysSoAndFails()
    {
        var (code, _, error) = await RunAsync("/nowhere/scenario.json");

        Assert.Contains("/nowhere/scenario.json cannot be read", error, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Failed, code);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string path)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(["replay", path], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
