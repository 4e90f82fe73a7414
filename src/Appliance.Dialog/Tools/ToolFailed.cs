namespace Appliance.Dialog.Tools;

/// <summary>The tool could not run or was late.</summary>
public sealed record ToolFailed(ToolFailure Reason) : ToolResult;
