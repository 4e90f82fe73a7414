using Appliance.Clinic.Profiles;
using Appliance.Host.Engines;
using Appliance.Host.Failures;
using Appliance.Inference.Packs;
using Appliance.Inference.Stt;
using Appliance.Inference.Tts;
using Appliance.Media;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Host.Tests.Engines;

public sealed class EngineSetTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OpenAsync_WithTheMiniPack_SpeaksAndUnderstandsWhatItSaid()
    {
        await using var engines = await OpenAsync(_folder.Options.ModelPack);
        Assert.Empty(engines.Degraded);
        Assert.Null(engines.LanguageModel);
        Assert.Equal(AudioFormat.SampleRate, engines.Synthesizer.SampleRate);

        var said = new List<float>();
        await foreach (var chunk in engines.Synthesizer.SpeakAsync("I would like to book an appointment.", SpeechOptions.Default, TestContext.Current.CancellationToken))
        {
            said.AddRange(chunk.Samples.Select(sample => sample / 32768f));
        }

        var heard = await engines.Recognizer!.RecognizeAsync(new RecognitionRequest(said.ToArray(), RecognitionKind.Final), TestContext.Current.CancellationToken);
        Assert.Contains("appointment", heard.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task OpenAsync_WhenDone_HasEveryEngineRunAndTheFixedPhrasesInMemory()
    {
        await using var engines = await OpenAsync(_folder.Options.ModelPack);
        Assert.True(engines.Recognizer!.Statistics.Utterances >= 18);
        Assert.True(engines.Recognizer.Statistics.Batches < engines.Recognizer.Statistics.Utterances, "No batch was run.");
        Assert.True(engines.VoiceActivity.Windows > engines.VoiceActivity.Runs, "No batch of windows was run.");

        var phrases = FixedPhrases.Of(ClinicProfile.Demo());
        foreach (var phrase in phrases)
        {
            await foreach (var chunk in engines.Synthesizer.SpeakAsync(phrase, SpeechOptions.Default, TestContext.Current.CancellationToken))
            {
                Assert.NotEmpty(chunk.Samples);
            }
        }

        Assert.Equal((phrases.Count, 0), (engines.Synthesizer.Hits, engines.Synthesizer.Misses));
    }

    [Theory]
    [InlineData("whisper/encoder.onnx")]
    [InlineData("whisper/tokens.txt")]
    public async Task OpenAsync_WhenTheRecogniserIsDamaged_GoesOnWithoutItAndSaysSo(string file)
    {
        await using var engines = await OpenAsync(_folder.CopyPackWithDamaged(file));
        Assert.Null(engines.Recognizer);
        var degraded = Assert.Single(engines.Degraded);
        Assert.Equal(PackStageKind.Stt, degraded.Stage);
        Assert.Contains(file, degraded.Message, StringComparison.Ordinal);
        Assert.Contains("Mend:", degraded.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenTheVoiceDetectorIsDamaged_RefusesWithTheMend()
    {
        var error = await Assert.ThrowsAsync<ApplianceException>(() => OpenAsync(_folder.CopyPackWithDamaged("vad/silero_vad_v5.onnx")));
        Assert.Equal(ApplianceErrorReason.DamagedModel, error.Reason);
        Assert.Contains("vad: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("silero_vad_v5.onnx is damaged", error.Message, StringComparison.Ordinal);
        Assert.Contains("Mend:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenTheVoiceDetectorIsMissing_RefusesWithTheMend()
    {
        var pack = _folder.CopyPack();
        File.Delete(Path.Combine(pack, "vad", "silero_vad_v5.onnx"));
        var error = await Assert.ThrowsAsync<ApplianceException>(() => OpenAsync(pack));
        Assert.Equal(ApplianceErrorReason.MissingModel, error.Reason);
        Assert.Contains("silero_vad_v5.onnx is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenThePiperVoiceIsMissing_LetsEspeakSpeak()
    {
        var pack = _folder.CopyPack();
        var manifest = Path.Combine(pack, "pack.json");
        var text = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);
        var files = """[ { "role": "voice", "path": "tts/v.onnx", "sha256": null, "bytes": null, "origin": "import" }, { "role": "config", "path": "tts/v.onnx.json", "sha256": null, "bytes": null, "origin": "import" } ]""";
        text = text.Replace("\"espeak-ng\",", "\"piper-onnx\",", StringComparison.Ordinal).Replace("\"files\": []", "\"files\": " + files, StringComparison.Ordinal);
        await File.WriteAllTextAsync(manifest, text, TestContext.Current.CancellationToken);

        await using var engines = await OpenAsync(pack);

        Assert.Equal(PackStageKind.Tts, Assert.Single(engines.Degraded).Stage);
        Assert.Contains("tts/v.onnx", engines.Degraded[0].Message, StringComparison.Ordinal);
        Assert.NotEmpty(await engines.Synthesizer.SpeakAsync("Hello.", SpeechOptions.Default, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OpenAsync_WhenTheLanguageModelIsMissing_GoesOnWithRules()
    {
        var pack = _folder.CopyPack();
        var manifest = Path.Combine(pack, "pack.json");
        var stage = """ "llm": { "engine": "llama-gguf", "licence": "-", "source": "-", "files": [ { "role": "model", "path": "llm/m.gguf", "sha256": null, "bytes": null, "origin": "import" } ] },""";
        var text = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(manifest, text.Replace("\"tts\": {", stage + " \"tts\": {", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await using var engines = await OpenAsync(pack);

        Assert.Null(engines.LanguageModel);
        Assert.Equal(PackStageKind.Llm, Assert.Single(engines.Degraded).Stage);
        Assert.NotNull(engines.Recognizer);
    }

    [Fact]
    public async Task OpenAsync_WhenThereIsNoPack_NamesTheFolder()
    {
        var error = await Assert.ThrowsAsync<ApplianceException>(() => OpenAsync(Path.Combine(_folder.Root, "nothing")));
        Assert.Equal(ApplianceErrorReason.MissingModel, error.Reason);
        Assert.Contains(Path.Combine(_folder.Root, "nothing"), error.Message, StringComparison.Ordinal);
    }

    private static Task<EngineSet> OpenAsync(string pack) => EngineSet.OpenAsync(
        pack, sttThreads: 0, ClinicProfile.Demo(), TimeProvider.System, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
}
