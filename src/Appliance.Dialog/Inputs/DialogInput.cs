namespace Appliance.Dialog.Inputs;

/// <summary>Something that happened in a call.</summary>
/// <param name="At">Time since the call was answered. Never goes backwards; an earlier time is read as the latest one seen.</param>
public abstract record DialogInput(TimeSpan At);
