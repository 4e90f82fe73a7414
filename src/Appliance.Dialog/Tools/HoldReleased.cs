namespace Appliance.Dialog.Tools;

/// <summary>The hold is given back, or was already gone.</summary>
public sealed record HoldReleased(string HoldId) : ToolResult;
