namespace Appliance.Dialog.Tools;

/// <summary>What a tool answered.</summary>
public abstract record ToolResult;
