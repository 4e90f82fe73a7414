namespace Appliance.Dialog.Inputs;

/// <summary>The first voiced sample of a speech left for the caller.</summary>
public sealed record PlaybackStarted(TimeSpan At, SpeechId Speech) : DialogInput(At);
