using System.Collections.Immutable;

namespace Appliance.Dialog.Tools;

/// <summary>The caller's visits to come, earliest first; may be none.</summary>
public sealed record VisitsFound(ImmutableArray<VisitHandle> Visits) : ToolResult;
