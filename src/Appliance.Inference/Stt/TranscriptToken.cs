namespace Appliance.Inference.Stt;

/// <summary>A piece of the transcript.</summary>
/// <param name="Id">Number in the model's vocabulary.</param>
/// <param name="Text">
/// The characters that this piece completes, leading space included; empty when it ends inside a UTF-8 character.
/// </param>
/// <param name="Probability">The model's probability of this piece, 0 to 1.</param>
public sealed record TranscriptToken(int Id, string Text, float Probability);
