namespace Appliance.Dialog.Tools;

/// <summary>The visit is called off in the store; its time is free.</summary>
public sealed record VisitCancelled(VisitHandle Visit) : ToolResult;
