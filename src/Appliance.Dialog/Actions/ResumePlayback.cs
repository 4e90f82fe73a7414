namespace Appliance.Dialog.Actions;

/// <summary>Go on at the sample where <see cref="PausePlayback"/> stopped.</summary>
public sealed record ResumePlayback : DialogAction;
