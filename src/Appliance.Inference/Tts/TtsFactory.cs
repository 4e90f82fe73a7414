using Appliance.Inference.Tts.Espeak;
using Appliance.Inference.Tts.Piper;
using Microsoft.Extensions.Logging;

namespace Appliance.Inference.Tts;

/// <summary>Opens the pack's voice. Degraded, never mute: when the Piper voice cannot be opened, libespeak-ng speaks.</summary>
public static class TtsFactory
{
    /// <exception cref="EngineException">MissingLibrary or WrongLibraryVersion when not even libespeak-ng is there.</exception>
    public static TtsVoice Open(TtsOptions options, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        if (options.Piper is null)
        {
            return new TtsVoice(new EspeakSynthesizer(options.EspeakVoice), null);
        }

        try
        {
            return new TtsVoice(new PiperSynthesizer(options.Piper, loggers.CreateLogger<PiperSynthesizer>()), null);
        }
        catch (EngineException lost)
        {
            var espeak = new EspeakSynthesizer(options.EspeakVoice);
            loggers.CreateLogger(typeof(TtsFactory)).LogWarning(lost, "The Piper voice cannot be opened; libespeak-ng speaks instead");
            return new TtsVoice(espeak, lost);
        }
    }
}

/// <summary>An opened voice.</summary>
/// <param name="Synthesizer">What speaks.</param>
/// <param name="Degraded">Why the pack's own voice does not speak, with its mend; null when it does.</param>
public sealed record TtsVoice(ISpeechSynthesizer Synthesizer, EngineException? Degraded) : IDisposable
{
    /// <summary>Frees the voice.</summary>
    public void Dispose() => (Synthesizer as IDisposable)?.Dispose();
}
