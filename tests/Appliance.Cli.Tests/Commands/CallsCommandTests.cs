using Appliance.Clinic;
using Appliance.Media.Wav;

namespace Appliance.Cli.Tests.Commands;

public sealed class CallsCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_WhenACallIsStored_ShowsItsOutcomeAndThatItIsRecorded()
    {
        var appointment = await _folder.FillAsync();
        var one = Assert.Single((await _folder.RunAsync("calls", "list", "--json")).Json.EnumerateArray());
        Assert.Equal((CommandFolder.CallId, "booked", appointment.Id.Value), (one.GetProperty("id").GetString(), one.GetProperty("outcome").GetString(), one.GetProperty("appointmentId").GetString()));
        Assert.True(one.GetProperty("recorded").GetBoolean());
        Assert.False(one.GetProperty("erased").GetBoolean());
        Assert.Contains(CommandFolder.CallId, (await _folder.RunAsync("calls", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_WhenTheWordsLookLikeMarkup_PrintsThemAsTheyAre()
    {
        await _folder.FillAsync();
        var outcome = await _folder.RunAsync("calls", "show", CommandFolder.CallId);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("caller An [appointment], please", outcome.Output, StringComparison.Ordinal);
        var turns = (await _folder.RunAsync("calls", "show", CommandFolder.CallId, "--json")).Json.GetProperty("turns");
        Assert.Equal(["agent", "caller"], turns.EnumerateArray().Select(turn => turn.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task Show_WhenThereIsNoSuchCall_SaysSo() =>
        Assert.Contains("There is no call call-none", await FailAsync("calls", "show", "call-none"), StringComparison.Ordinal);

    [Fact]
    public async Task Show_WhenTheCallWasErased_SaysSo()
    {
        await _folder.FillAsync();
        await using (var store = _folder.OpenStore())
        {
            Assert.True(await store.Calls.EraseAsync(CommandFolder.CallId, Actor.System("test"), TestContext.Current.CancellationToken));
        }

        Assert.Contains("was erased", await FailAsync("calls", "show", CommandFolder.CallId), StringComparison.Ordinal);
        Assert.True(Assert.Single((await _folder.RunAsync("calls", "list", "--json")).Json.EnumerateArray()).GetProperty("erased").GetBoolean());
        Assert.Equal(0, (await _folder.RunAsync("calls", "latency", "--json")).Json.GetProperty("calls").GetInt32());
    }

    [Fact]
    public async Task Latency_WhenTurnsAreStored_GivesMeasuredQuantilesByStage()
    {
        await _folder.FillAsync();
        var latency = (await _folder.RunAsync("calls", "latency", "--json")).Json;
        Assert.Equal((1, "ms"), (latency.GetProperty("calls").GetInt32(), latency.GetProperty("unit").GetString()));
        var total = Assert.Single(latency.GetProperty("stages").EnumerateArray());
        Assert.Equal(("total", 20), (total.GetProperty("stage").GetString(), total.GetProperty("turns").GetInt32()));
        Assert.Equal((100.0, 190.0, 200.0), (total.GetProperty("p50").GetDouble(), total.GetProperty("p95").GetDouble(), total.GetProperty("max").GetDouble()));
        Assert.Contains("190.0", (await _folder.RunAsync("calls", "latency")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_WhenWritten_IsAWavFileForItsOwnerAlone()
    {
        await _folder.FillAsync();
        var path = Path.Combine(_folder.Root, "call.wav");
        var outcome = await _folder.RunAsync("calls", "recording", CommandFolder.CallId, "--out", path);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("0.5 s", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(44 + 32_000, new FileInfo(path).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        using var file = File.OpenRead(path);
        var wav = WavReader.Open(file).Format;
        Assert.Equal((16_000, 2), (wav.SampleRate, wav.Channels));
    }

    [Fact]
    public async Task Recording_WhenThereIsNone_SaysSoAndWritesNothing()
    {
        await _folder.FillAsync();
        var path = Path.Combine(_folder.Root, "call.wav");
        (await _folder.RunAsync("calls", "recording", "call-none", "--out", path)).FailsWithOneLine();
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Recording_WhenTheFileCannotBeWritten_SaysSo()
    {
        await _folder.FillAsync();
        var line = (await _folder.RunAsync("calls", "recording", CommandFolder.CallId, "--out", "/proc/none/call.wav")).FailsWithOneLine();
        Assert.Contains("/proc/none", line, StringComparison.Ordinal);
    }

    private async Task<string> FailAsync(params string[] command)
    {
        await _folder.OpenStore().DisposeAsync();
        return (await _folder.RunAsync(command)).FailsWithOneLine();
    }
}
