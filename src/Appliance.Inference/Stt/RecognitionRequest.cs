namespace Appliance.Inference.Stt;

/// <summary>Sound to be written down.</summary>
/// <param name="Samples">
/// Mono 16 kHz, full scale ±1. Must not change until the answer is there. Beyond 30 s only the last 30 s are heard.
/// </param>
/// <param name="Kind">Urgency.</param>
/// <param name="UtteranceId">
/// Same for all requests of one utterance, so that a newer one replaces a waiting Partial; null: replaces none.
/// </param>
public sealed record RecognitionRequest(ReadOnlyMemory<float> Samples, RecognitionKind Kind, string? UtteranceId = null);
