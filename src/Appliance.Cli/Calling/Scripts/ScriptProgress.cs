using System.Collections.Immutable;

namespace Appliance.Cli.Calling.Scripts;

/// <summary>How far a caller is in the script.</summary>
public sealed record ScriptProgress
{
    /// <summary>Nothing was said.</summary>
    public static ScriptProgress Start { get; } = new();

    /// <summary>Index of the first line that is still to come in order.</summary>
    public int Cursor { get; init; }

    /// <summary>The line said last; null before the first.</summary>
    public int? Last { get; init; }

    /// <summary>All lines said, in order, repetitions included.</summary>
    public ImmutableArray<int> Said { get; init; } = [];

    /// <summary>How often a line was said.</summary>
    public int TimesSaid(int line) => Said.Count(l => l == line);
}
