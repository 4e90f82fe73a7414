namespace Appliance.Dialog.Actions;

/// <summary>Say this, after what is still being said. Answered by PlaybackStarted, then PlaybackEnded or PlaybackCut.</summary>
/// <param name="Speech">Its id.</param>
/// <param name="Text">One or more sentences.</param>
/// <param name="Interruptible">Whether the caller's voice pauses it; for information, the machine itself decides.</param>
public sealed record Speak(SpeechId Speech, string Text, bool Interruptible) : DialogAction;
