namespace Appliance.Dialog.Inputs;

/// <summary>Answer to <see cref="Actions.CutPlayback"/>: one for each speech that had not ended, queued ones with an empty text.</summary>
/// <param name="At">When the last sample left.</param>
/// <param name="Speech">Which.</param>
/// <param name="HeardText">Exactly the words that were played.</param>
public sealed record PlaybackCut(TimeSpan At, SpeechId Speech, string HeardText) : DialogInput(At);
