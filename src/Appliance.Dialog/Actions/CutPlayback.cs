namespace Appliance.Dialog.Actions;

/// <summary>Drop everything being said and queued. Answered by <see cref="Inputs.PlaybackCut"/> for each speech.</summary>
public sealed record CutPlayback : DialogAction;
