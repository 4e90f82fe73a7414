namespace Appliance.Dialog.Tools;

/// <summary>The opening is held for this call.</summary>
public sealed record HoldPlaced(string HoldId, OpeningHandle Opening) : ToolResult;
