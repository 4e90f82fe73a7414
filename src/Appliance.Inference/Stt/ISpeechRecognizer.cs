namespace Appliance.Inference.Stt;

/// <summary>Writes down what was said. Safe for any number of callers; the work is queued, Final before Partial.</summary>
public interface ISpeechRecognizer
{
    /// <summary>Recognises one utterance.</summary>
    /// <exception cref="EngineException">Overloaded (only a Final, when nothing could give way), Stopped or EngineFailed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while it waited or between two tokens.</exception>
    ValueTask<Transcript> RecognizeAsync(RecognitionRequest request, CancellationToken cancellationToken);

    /// <summary>Recognises mono 16 kHz sound, full scale ±1, that belongs to no other request.</summary>
    ValueTask<Transcript> RecognizeAsync(
        ReadOnlyMemory<float> pcm16k, RecognitionKind kind, CancellationToken cancellationToken) =>
        RecognizeAsync(new RecognitionRequest(pcm16k, kind), cancellationToken);
}
