namespace Appliance.Dialog.Tools;

/// <summary>Somebody else has the opening.</summary>
public sealed record HoldRefused(string OpeningId) : ToolResult;
