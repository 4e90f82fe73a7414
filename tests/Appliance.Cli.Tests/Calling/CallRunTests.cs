using System.Text.Json;
using Appliance.Cli.Calling;
using Appliance.Media.Wav;

namespace Appliance.Cli.Tests.Calling;

/// <summary>Real calls over loopback, with the real engines, against a user agent of known habits.</summary>
public sealed class CallRunTests : IDisposable
{
    private static readonly TimeSpan Thinks = TimeSpan.FromMilliseconds(450);
    private readonly string _folder = Directory.CreateTempSubdirectory("appliance-call").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_WhenAllIsSaid_ReportsWhatWasSaidAndHowFastTheAnswersCame()
    {
        await using var agent = await TestAgent.StartAsync(
            Thinks, ["How can I help you?", "What is the reason for your visit?", "Thank you for calling. Goodbye."]);
        var (code, report) = await RunAsync(agent, ["I'd like to book an appointment.", "It's for a checkup."]);

        Assert.True(code == 0, _errors.ToString());
        Assert.Equal("AgentHungUp", report.GetProperty("ending").GetString());
        var turns = report.GetProperty("turns").EnumerateArray().ToList();
        Assert.Equal(["I'd like to book an appointment.", "It's for a checkup."], turns.Select(t => t.GetProperty("said").GetString()));
        Assert.Equal("What is the reason for your visit?", turns[0].GetProperty("heard").GetString());
        Assert.Equal("Thank you for calling. Goodbye.", turns[1].GetProperty("heard").GetString());

        Assert.All(turns, (t, i) => AssertLatency(agent.AnswersAfterMs(i + 1), t));
        Assert.All(turns, t => Assert.False(t.GetProperty("talkedOver").GetBoolean()));
        Assert.Contains("caller  It's for a checkup.", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("agent   What is the reason for your visit?  [AskReason]", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("turn latency on the wire", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenALineInterrupts_MeasuresHowFastTheAgentFellSilent()
    {
        await using var agent = await TestAgent.StartAsync(
            Thinks, ["Let me get you to someone who can help with that. Please hold while I transfer you.", "Thank you for calling. Goodbye."]);
        var script = Path.Combine(_folder, "interrupts.json");
        await File.WriteAllTextAsync(script, """{ "lines": [{ "say": "No, I said Thursday.", "interruptAfterMs": 1000 }] }""", TestContext.Current.CancellationToken);
        var (code, report) = await RunAsync(agent, [], script);

        Assert.True(code == 0, _errors.ToString());
        var turn = Assert.Single(report.GetProperty("turns").EnumerateArray());
        Assert.True(turn.GetProperty("interrupted").GetBoolean());
        Assert.InRange(turn.GetProperty("bargeInStopMs").GetDouble(), 40, 160);
        AssertLatency(agent.AnswersAfterMs(1), turn);
        // 1 s after the first of it was heard: the onset is known to a window of the detector.
        Assert.InRange(turn.GetProperty("atMs").GetDouble(), 1000, 1400);
    }

    [Fact]
    public async Task RunAsync_WhenARecordingIsPlayed_MeasuresItsTurnsAndRecordsBothSides()
    {
        await using var agent = await TestAgent.StartAsync(Thinks, ["How can I help you?", "Thank you for calling. Goodbye."]);
        var spoken = await RenderAsync("I'd like to book an appointment.");
        var played = Path.Combine(_folder, "caller.wav");
        WriteWav(played, [.. new short[3 * 16_000], .. spoken, .. new short[4 * 16_000]]);
        var recorded = Path.Combine(_folder, "call.wav");
        var (code, report) = await RunAsync(agent, [], wishes: w => w with { WavIn = played, Wav = recorded });

        Assert.True(code == 0, _errors.ToString());
        var turn = Assert.Single(report.GetProperty("turns").EnumerateArray());
        AssertLatency(agent.AnswersAfterMs(1), turn);
        await using var file = File.OpenRead(recorded);
        var wav = WavReader.Open(file);
        Assert.Equal((2, 16_000), (wav.Format.Channels, wav.Format.SampleRate));
        var samples = wav.ReadToEnd();
        Assert.InRange(samples.Where((_, i) => i % 2 == 0).Max(), 8_000, short.MaxValue);
        Assert.InRange(samples.Where((_, i) => i % 2 == 1).Max(), 8_000, short.MaxValue);
    }

    [Fact]
    public async Task RunAsync_WhenTheAgentHangsUpEarly_Fails()
    {
        await using var agent = await TestAgent.StartAsync(Thinks, ["Thank you for calling. Goodbye."]);
        var (code, report) = await RunAsync(agent, ["I'd like to book an appointment."]);
        Assert.Equal(1, code);
        Assert.Equal("CutShort", report.GetProperty("ending").GetString());
        Assert.Contains("hung up before all was said", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenNoPacketsCome_SaysSo()
    {
        await using var agent = await TestAgent.StartAsync(Thinks, ["Hello."], mute: true);
        var (code, report) = await RunAsync(agent, ["Hello?"]);
        Assert.Equal(1, code);
        Assert.Equal("NoMedia", report.GetProperty("ending").GetString());
        Assert.Contains("No RTP came from the other side", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(486, "all lines are busy")]
    [InlineData(488, "none of the codecs")]
    [InlineData(404, "knows nobody of that name")]
    public async Task RunAsync_WhenRefused_SaysWhy(int status, string meaning)
    {
        await using var agent = await TestAgent.StartAsync(Thinks, ["Hello."], refusal: status);
        var (code, report) = await RunAsync(agent, ["Hello?"]);
        Assert.Equal(1, code);
        Assert.Equal("Refused", report.GetProperty("ending").GetString());
        Assert.Contains($"{status} ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(meaning, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenTheUserStopsWhileItRings_EndsAtOnce()
    {
        await using var agent = await TestAgent.StartAsync(Thinks, ["Hello."], refusal: 0);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var code = await CallRun.RunAsync(Wishes(agent, ["Hello?"]), _output, _errors, stop.Token);
        Assert.Equal(1, code);
        Assert.Contains("stopped while it rang", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhenWishesAreWrong_NamesThemAll()
    {
        var wishes = new CallWishes { Target = "reception", Say = ["Hello?"], WavIn = "hello.wav", Seconds = 0, Speed = 3, Wav = "/no/such/folder/call.wav" };
        var code = await CallRun.RunAsync(wishes, _output, _errors, TestContext.Current.CancellationToken);
        Assert.Equal(1, code);
        Assert.Equal(
            ["reception is no SIP URI", "--say, --script and --wav-in exclude", "--seconds is 0", "--speed is 3", "/no/such/folder/call.wav cannot be written"],
            _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Beginning));
    }

    [Fact]
    public async Task RunAsync_WhenTheVoiceOrThePackIsMissing_SaysSo()
    {
        await using var agent = await TestAgent.StartAsync(Thinks, ["Hello."]);
        Assert.Equal(1, await CallRun.RunAsync(Wishes(agent, ["Hello?"]) with { Voice = "xx-none" }, _output, _errors, TestContext.Current.CancellationToken));
        Assert.Contains("no voice named xx-none", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await CallRun.RunAsync(Wishes(agent, ["Hello?"]) with { Models = _folder }, _output, _errors, TestContext.Current.CancellationToken));
        Assert.Contains($"There is no model pack at {_folder}", _errors.ToString(), StringComparison.Ordinal);
    }

    // The agent looks every 20 ms and sends with the tick after that; the rest is a busy machine.
    private static void AssertLatency(double expected, JsonElement turn) =>
        Assert.InRange(turn.GetProperty("latencyMs").GetDouble(), expected - 5, expected + 60);

    private static string Beginning(string error)
    {
        var text = error["error: ".Length..];
        string[] known = ["reception is no SIP URI", "--say, --script and --wav-in exclude", "--seconds is 0", "--speed is 3", "/no/such/folder/call.wav cannot be written"];
        return known.FirstOrDefault(k => text.StartsWith(k, StringComparison.Ordinal)) ?? text;
    }

    private static async Task<short[]> RenderAsync(string text)
    {
        var line = (await Cli.Calling.Speaking.CallerVoice.RenderAsync(
            new Inference.Tts.Espeak.EspeakSynthesizer(), [text], Inference.Tts.SpeechOptions.Default, TestContext.Current.CancellationToken))[0];
        return [.. Enumerable.Range(0, line.Frames).SelectMany(i => line.Frame(i).ToArray())];
    }

    private static void WriteWav(string path, short[] samples)
    {
        using var file = File.Create(path);
        using var wav = new WavWriter(file);
        wav.Write(samples);
    }

    private CallWishes Wishes(TestAgent agent, IReadOnlyList<string> say) =>
        new() { Target = agent.Uri, Say = say, Report = Path.Combine(_folder, "report.json"), Seconds = 60, Models = Repository.PathOf("models", "mini") };

    private async Task<(int Code, JsonElement Report)> RunAsync(TestAgent agent, IReadOnlyList<string> say, string? script = null, Func<CallWishes, CallWishes>? wishes = null)
    {
        var all = Wishes(agent, say) with { Script = script };
        var code = await CallRun.RunAsync(wishes?.Invoke(all) ?? all, _output, _errors, TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage("{0}", _output);
        var report = Path.Combine(_folder, "report.json");
        Assert.True(File.Exists(report), _errors.ToString());
        return (code, JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken)).RootElement);
    }
}
