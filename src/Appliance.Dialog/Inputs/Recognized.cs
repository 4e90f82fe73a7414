namespace Appliance.Dialog.Inputs;

/// <summary>Answer to <see cref="Actions.Recognize"/>.</summary>
/// <param name="At">When the answer came.</param>
/// <param name="Utterance">As asked.</param>
/// <param name="Revision">As asked; an answer to an older revision is stale.</param>
/// <param name="Kind">As asked.</param>
/// <param name="Text">Words in written style, empty if none.</param>
/// <param name="Confidence">Mean token probability, 0 to 1.</param>
/// <param name="Verdict">What the recogniser thinks of it.</param>
public sealed record Recognized(TimeSpan At, UtteranceId Utterance, int Revision, RecognitionKind Kind, string Text, float Confidence, RecognitionVerdict Verdict) : DialogInput(At);
