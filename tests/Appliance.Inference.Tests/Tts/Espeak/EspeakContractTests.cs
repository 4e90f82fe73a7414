using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;

namespace Appliance.Inference.Tests.Tts.Espeak;

public sealed class EspeakContractTests : SpeechSynthesizerContract
{
    private readonly EspeakSynthesizer _synthesizer = new();

    protected override Task<ISpeechSynthesizer> OpenAsync() => Task.FromResult<ISpeechSynthesizer>(_synthesizer);
}
