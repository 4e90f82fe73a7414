namespace Appliance.Dialog.Inputs;

/// <summary>Answer to <see cref="Actions.TransferToPerson"/>: a person has the caller now.</summary>
public sealed record TransferCompleted(TimeSpan At) : DialogInput(At);
