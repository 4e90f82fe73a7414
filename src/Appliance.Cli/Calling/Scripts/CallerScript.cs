using System.Collections.Immutable;
using System.Text.Json;

namespace Appliance.Cli.Calling.Scripts;

/// <summary>What a simulated caller says.</summary>
public sealed record CallerScript
{
    /// <summary>Short name, shown before each line of the live transcript.</summary>
    public required string Name { get; init; }

    /// <summary>In the order in which the agent is expected to ask.</summary>
    public required ImmutableArray<ScriptLine> Lines { get; init; }

    /// <summary>Voice of espeak-ng; null leaves it to the command line.</summary>
    public string? Voice { get; init; }

    /// <summary>Speed as a factor, 0.5 to 2; null leaves it to the command line.</summary>
    public double? Speed { get; init; }

    /// <summary>What the caller wants to be true afterwards; not read here, passed on into the report.</summary>
    public JsonElement? Expect { get; init; }

    /// <summary>Lines that are said one after the other, whatever the agent says.</summary>
    public static CallerScript Of(string name, IEnumerable<string> lines) =>
        new() { Name = name, Lines = [.. lines.Select(line => new ScriptLine { Say = line })] };
}
