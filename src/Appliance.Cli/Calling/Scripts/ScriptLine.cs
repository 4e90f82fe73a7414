using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Appliance.Dialog.Conversation;

namespace Appliance.Cli.Calling.Scripts;

/// <summary>One thing the caller says.</summary>
public sealed record ScriptLine
{
    /// <summary>The words.</summary>
    public required string Say { get; init; }

    /// <summary>The agent's phrases that this line answers; empty for a line that only its place in the script calls for.</summary>
    public ImmutableArray<PhraseId> On { get; init; } = [];

    /// <summary>What else in the agent's words, as they are heard, shows that this line is asked for; null for nothing.</summary>
    public Regex? When { get; init; }

    /// <summary>Speaks so long after the agent began to talk, without waiting for its end: barge-in; null waits.</summary>
    public TimeSpan? InterruptAfter { get; init; }

    /// <summary>Said only where one of <see cref="On"/> or <see cref="When"/> is heard, never because it comes next.</summary>
    public bool Optional { get; init; }
}
