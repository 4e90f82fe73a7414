using System.Diagnostics;
using System.Text.Json;

namespace Appliance.Cli.Tests.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Doctor_WhenAllIsWell_ExitsWith0()
    {
        var outcome = await DoctorAsync("{ \"sip\": { \"address\": \"127.0.0.1\", \"port\": 0 }, \"media\": { \"firstPort\": 0 } }", "--json");
        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.True(outcome.Json.GetProperty("ok").GetBoolean());
        Assert.All(outcome.Json.GetProperty("findings").EnumerateArray(), finding =>
            Assert.Equal(["area", "state", "what", "mend"], finding.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public async Task Doctor_WhenTheKeyIsMissing_ExitsWith1AndSaysHowToMakeOne()
    {
        File.Delete(_folder.Key);
        var outcome = await DoctorAsync("{ \"sip\": { \"address\": \"127.0.0.1\", \"port\": 0 } }");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("FAIL key: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"appliance key create {_folder.Key}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WhenTheSettingsHoldAnUnknownKey_ReportsItBesideTheRest()
    {
        var outcome = await DoctorAsync("{ \"sip\": { \"prot\": 1, \"address\": \"127.0.0.1\", \"port\": 0 } }");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("sip.prot is no setting", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("libonnxruntime", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WhenTheNativeLibrariesAreMissing_NamesThemAndTheScript()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "appliance.dll"), "doctor", "--json", "--data", _folder.Data, "--key", _folder.Key])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [Inference.Interop.NativeLibraries.FolderVariable] = _folder.Root },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        var failed = JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("area").GetString() == "libraries" && finding.GetProperty("state").GetString() == "fail");
        Assert.Contains("libonnxruntime.so.1", failed.GetProperty("what").GetString(), StringComparison.Ordinal);
        Assert.Contains("scripts/setup.sh", failed.GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    private Task<CommandOutcome> DoctorAsync(string settings, params string[] more)
    {
        var file = Path.Combine(_folder.Root, "settings.json");
        File.WriteAllText(file, settings);
        return _folder.RunAsync(["doctor", "--config", file, .. more]);
    }
}
