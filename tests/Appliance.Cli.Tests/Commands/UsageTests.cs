namespace Appliance.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("nonsense")]
    [InlineData("calls")]
    [InlineData("serve", "--nonsense")]
    [InlineData("calls", "show")]
    [InlineData("calls", "recording", "call-1")]
    [InlineData("appointments", "--from", "yesterday")]
    public async Task Run_WhenTheLineCannotBeUnderstood_ExitsWith2AndPointsToHelp(params string[] arguments)
    {
        var outcome = await CommandFolder.RunBareAsync(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("error: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("appliance --help", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_WhenAsked_NamesEveryCommand()
    {
        var outcome = await CommandFolder.RunBareAsync("--help");
        Assert.Equal(0, outcome.ExitCode);
        foreach (var command in (string[])["serve", "doctor", "call", "key", "models", "appointments", "callbacks", "calls", "audit"])
        {
            Assert.Contains("  " + command, outcome.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("doctor")]
    [InlineData("key", "create")]
    [InlineData("models", "verify")]
    [InlineData("appointments")]
    [InlineData("callbacks")]
    [InlineData("calls", "latency")]
    [InlineData("audit", "verify")]
    public async Task Help_WhenAskedOfACommand_NamesTheCommonOptions(params string[] command)
    {
        var outcome = await CommandFolder.RunBareAsync([.. command, "--help"]);
        foreach (var option in (string[])["--config <FILE>", "--data <DIR>", "--key <FILE>", "--models <DIR>", "--clinic <FILE>"])
        {
            Assert.Contains(option, outcome.Output, StringComparison.Ordinal);
        }
    }
}
