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
}
