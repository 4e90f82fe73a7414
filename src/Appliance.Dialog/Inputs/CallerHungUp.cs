namespace Appliance.Dialog.Inputs;

/// <summary>The caller is gone. The last input that has an effect; it answers with <see cref="Actions.HangUp"/> for the outcome.</summary>
public sealed record CallerHungUp(TimeSpan At) : DialogInput(At);
