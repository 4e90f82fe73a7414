namespace Appliance.Dialog.Actions;

/// <summary>Stop sending agent voice at the next packet, keep the place.</summary>
public sealed record PausePlayback : DialogAction;
