namespace Appliance.Dialog.Inputs;

/// <summary>Time passes. Wanted at least every 100 ms.</summary>
public sealed record Tick(TimeSpan At) : DialogInput(At);
