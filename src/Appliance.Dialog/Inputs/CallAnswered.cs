namespace Appliance.Dialog.Inputs;

/// <summary>The call is up: greet. The first input of every call.</summary>
public sealed record CallAnswered(TimeSpan At) : DialogInput(At);
