using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;
using Appliance.Inference.Tts.Phrases;

namespace Appliance.Inference.Tests.Tts.Phrases;

public sealed class PhraseCacheContractTests : SpeechSynthesizerContract
{
    private readonly PhraseCache _cache = new(new EspeakSynthesizer(), new PhraseCacheOptions());

    protected override Task<ISpeechSynthesizer> OpenAsync() => Task.FromResult<ISpeechSynthesizer>(_cache);
}
