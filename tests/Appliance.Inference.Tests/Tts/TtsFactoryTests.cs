using System.Collections.Immutable;
using Appliance.Inference.Packs;
using Appliance.Inference.Tests.Tts.Piper;
using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;
using Appliance.Inference.Tts.Piper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Inference.Tests.Tts;

public sealed class TtsFactoryTests(TinyVoice tiny) : IClassFixture<TinyVoice>
{
    [Fact]
    public async Task Open_WhenPackHasAVoice_SpeaksWithIt()
    {
        var path = await tiny.WriteAsync("pack.onnx");
        using var voice = TtsFactory.Open(new TtsOptions { Piper = new PiperOptions { ModelFile = path } }, NullLoggerFactory.Instance);
        Assert.IsType<PiperSynthesizer>(voice.Synthesizer);
        Assert.Null(voice.Degraded);
    }

    [Fact]
    public void Open_WhenPackHasNoVoice_SpeaksWithEspeak()
    {
        using var voice = TtsFactory.Open(new TtsOptions(), NullLoggerFactory.Instance);
        Assert.IsType<EspeakSynthesizer>(voice.Synthesizer);
        Assert.Null(voice.Degraded);
    }

    [Fact]
    public async Task Open_WhenVoiceIsLost_SpeaksWithEspeakAndSaysWhy()
    {
        var options = new TtsOptions { Piper = new PiperOptions { ModelFile = tiny.PathOf("lost.onnx") } };
        using var voice = TtsFactory.Open(options, NullLoggerFactory.Instance);
        Assert.Equal(EngineErrorReason.MissingModel, voice.Degraded?.Reason);
        var cancel = TestContext.Current.CancellationToken;
        Assert.NotEmpty(await voice.Synthesizer.SpeakAsync("Hello.", SpeechOptions.Default, cancel).ToListAsync(cancel));
    }

    [Fact]
    public void OptionsOf_WhenStageIsPiper_TakesItsFilesAndSettings()
    {
        var options = TtsOptions.Of(StageOf(
            PackEngines.PiperOnnx, ("speaker", "amy"), [FileOf("voice", "/pack/v.onnx"), FileOf("config", "/pack/c.json")]));
        Assert.Equal(new PiperOptions { ModelFile = "/pack/v.onnx", ConfigFile = "/pack/c.json", Speaker = "amy" }, options.Piper);
    }

    [Fact]
    public void OptionsOf_WhenStageIsEspeakOrNone_NamesItsVoice()
    {
        Assert.Equal("en-gb-x-rp", TtsOptions.Of(StageOf(PackEngines.EspeakNg, ("voice", "en-gb-x-rp"), [])).EspeakVoice);
        Assert.Equal(new TtsOptions(), TtsOptions.Of(null));
    }

    private static PackFile FileOf(string role, string path) => new(role, role, path, null, null, PackFileOrigin.Import, null, false);

    private static PackStage StageOf(string engine, (string Name, string Value) parameter, ImmutableArray<PackFile> files) => new(
        PackStageKind.Tts, engine, files, "none", "test", ImmutableSortedDictionary<string, string>.Empty.Add(parameter.Name, parameter.Value));
}
