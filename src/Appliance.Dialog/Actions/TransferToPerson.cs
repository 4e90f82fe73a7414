namespace Appliance.Dialog.Actions;

/// <summary>Put the caller through; asked when the announcement has been played. Answered by TransferCompleted or TransferUnavailable.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Summary">What the person should know, one line.</param>
public sealed record TransferToPerson(TransferReason Reason, string Summary) : DialogAction;
