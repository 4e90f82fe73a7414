using Appliance.Dialog.Turns;

namespace Appliance.Dialog.Actions;

/// <summary>A caller turn is over and its reply decided.</summary>
public sealed record RecordTurn(Turn Turn) : DialogAction;
