namespace Appliance.Inference.Tts;

/// <summary>Turns text into speech, sentence by sentence. Safe for use by many calls at once.</summary>
public interface ISpeechSynthesizer
{
    /// <summary>Samples per second of every chunk, for example 22,050.</summary>
    int SampleRate { get; }

    /// <summary>
    /// Gives one chunk per sentence or clause, in order, each as soon as it is ready. An empty text gives no chunk.
    /// Cancellation takes effect within a sentence.
    /// </summary>
    /// <exception cref="EngineException">InvalidInput for an unknown voice, EngineFailed when the engine is lost.</exception>
    IAsyncEnumerable<SpeechChunk> SpeakAsync(string text, SpeechOptions options, CancellationToken cancellationToken);
}
