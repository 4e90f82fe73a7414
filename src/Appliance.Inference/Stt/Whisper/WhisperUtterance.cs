namespace Appliance.Inference.Stt.Whisper;

/// <summary>One row of a batch.</summary>
/// <param name="Samples">Mono 16 kHz, no longer than the window.</param>
/// <param name="Abandoned">Asked between two tokens: true when nobody waits for the answer any more.</param>
internal sealed record WhisperUtterance(ReadOnlyMemory<float> Samples, Func<bool> Abandoned);
