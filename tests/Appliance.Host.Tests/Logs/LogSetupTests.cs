using Appliance.Host.Failures;
using Appliance.Host.Logs;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Tests.Logs;

public sealed class LogSetupTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_WhenADirectoryIsGiven_WritesAFilePerDayForItsOwnerAlone()
    {
        using (var loggers = LogSetup.Create(_folder.Options.LogDirectory, LogLevel.Information))
        {
            loggers.CreateLogger("Appliance.Host.Test").LogInformation("Call {CallId} was answered", "call-1");
            loggers.CreateLogger("Appliance.Host.Test").LogDebug("Not this");
            loggers.CreateLogger("Microsoft.Extensions.Hosting").LogInformation("Nor this");
        }

        var file = Assert.Single(Directory.GetFiles(_folder.Options.LogDirectory));
        var line = Assert.Single(File.ReadAllLines(file));
        Assert.EndsWith("INF Appliance.Host.Test: Call call-1 was answered", line, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Options.LogDirectory));
    }

    [Fact]
    public void Create_WhenTheDirectoryCannotBeMade_SaysHowToGiveAnother()
    {
        var error = Assert.Throws<ApplianceException>(() => LogSetup.Create(Path.Combine(_folder.Write("file", ""), "logs"), LogLevel.Information));
        Assert.Contains("--logs DIR", error.Message, StringComparison.Ordinal);
    }
}
