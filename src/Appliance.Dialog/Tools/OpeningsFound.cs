using System.Collections.Immutable;

namespace Appliance.Dialog.Tools;

/// <summary>Openings, earliest first; may be empty.</summary>
public sealed record OpeningsFound(ImmutableArray<OpeningHandle> Openings) : ToolResult;
