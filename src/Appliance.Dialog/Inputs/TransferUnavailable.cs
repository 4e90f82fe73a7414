namespace Appliance.Dialog.Inputs;

/// <summary>Answer to <see cref="Actions.TransferToPerson"/>: nobody took the call. The caller is still here.</summary>
public sealed record TransferUnavailable(TimeSpan At) : DialogInput(At);
