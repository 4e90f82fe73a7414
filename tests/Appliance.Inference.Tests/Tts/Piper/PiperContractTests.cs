using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Piper;

namespace Appliance.Inference.Tests.Tts.Piper;

public sealed class PiperContractTests(TinyVoice tiny) : SpeechSynthesizerContract, IClassFixture<TinyVoice>, IDisposable
{
    private PiperSynthesizer? _synthesizer;

    public void Dispose() => _synthesizer?.Dispose();

    protected override async Task<ISpeechSynthesizer> OpenAsync() => _synthesizer ??= await tiny.OpenAsync("contract.onnx");
}
