namespace Appliance.Dialog.Tools;

/// <summary>The visit is as it was.</summary>
public sealed record VisitRefused(VisitRefusal Reason) : ToolResult;
