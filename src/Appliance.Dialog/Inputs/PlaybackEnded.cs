namespace Appliance.Dialog.Inputs;

/// <summary>A speech was played to its end.</summary>
/// <param name="At">When its last sample left.</param>
/// <param name="Speech">Which.</param>
/// <param name="HeardText">The text played.</param>
public sealed record PlaybackEnded(TimeSpan At, SpeechId Speech, string HeardText) : DialogInput(At);
