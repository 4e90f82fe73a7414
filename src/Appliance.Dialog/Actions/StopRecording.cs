namespace Appliance.Dialog.Actions;

/// <summary>The caller refused to be recorded: stop, and erase what was recorded of this call.</summary>
public sealed record StopRecording : DialogAction;
