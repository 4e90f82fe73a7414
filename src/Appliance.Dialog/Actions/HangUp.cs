namespace Appliance.Dialog.Actions;

/// <summary>End the call; asked once, when the farewell has been played. Nothing follows it.</summary>
/// <param name="Outcome">What came of the call.</param>
public sealed record HangUp(CallOutcome Outcome) : DialogAction;
