namespace Appliance.Dialog.Tools;

/// <summary>The visit is committed in the store at its new time, under the same id.</summary>
public sealed record VisitMoved(VisitHandle Visit) : ToolResult;
