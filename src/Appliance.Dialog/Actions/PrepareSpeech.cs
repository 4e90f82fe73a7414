namespace Appliance.Dialog.Actions;

/// <summary>This sentence will perhaps be spoken soon: synthesise it now. Nothing may come of it.</summary>
/// <param name="Text">One sentence, exactly as it would begin the next <see cref="Speak"/>.</param>
public sealed record PrepareSpeech(string Text) : DialogAction;
