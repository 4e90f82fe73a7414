using System.Collections.Immutable;
using Appliance.Dialog;
using Appliance.Dialog.Conversation;

namespace Appliance.Regression.Scenarios;

/// <summary>Calls that are placed at the same moment, and what must hold when they are over.</summary>
/// <param name="Name">Name of its file.</param>
/// <param name="Pain">What callers suffer from elsewhere, or what it shows.</param>
/// <param name="Now">When the calls come.</param>
/// <param name="Callers">Who calls, in order.</param>
public sealed record Scenario(string Name, string Pain, DateTimeOffset Now, ImmutableArray<ScenarioCaller> Callers);

/// <summary>One caller.</summary>
public sealed record ScenarioCaller
{
    /// <summary>Voice of espeak-ng.</summary>
    public required string Voice { get; init; }

    /// <summary>Speed of the voice as a factor, 0.5 to 2.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>The number that the call comes from; null where withheld.</summary>
    public string? Number { get; init; }

    /// <summary>Noise on the line so many dB below the caller's speech; null for none.</summary>
    public double? NoiseSnr { get; init; }

    /// <summary>What the caller does, in order; optional ones whenever they are asked for.</summary>
    public required ImmutableArray<ScenarioLine> Lines { get; init; }

    /// <summary>What must hold in the end.</summary>
    public required Expectation Expect { get; init; }
}

/// <summary>One thing that a caller does: words, keys, a cough, or hanging up.</summary>
public sealed record ScenarioLine
{
    /// <summary>Words; "(800 ms)" is a pause.</summary>
    public string? Say { get; init; }

    /// <summary>Telephone keys.</summary>
    public string? Keys { get; init; }

    /// <summary>Length of a cough.</summary>
    public TimeSpan? Cough { get; init; }

    /// <summary>Hangs up.</summary>
    public bool HangUp { get; init; }

    /// <summary>The agent's phrases that this answers; empty answers any.</summary>
    public ImmutableArray<PhraseId> On { get; init; } = [];

    /// <summary>Comes so long after the agent's speech began to sound, over the agent; null waits for its end.</summary>
    public TimeSpan? InterruptAfter { get; init; }

    /// <summary>How long the caller waits after the agent's last word. Default 300 ms.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Never because it comes next, only where its phrases are said.</summary>
    public bool Optional { get; init; }
}

/// <summary>What must hold after a call; null asks for nothing.</summary>
public sealed record Expectation
{
    /// <summary>What came of it.</summary>
    public required CallOutcome Outcome { get; init; }

    /// <summary>The one appointment of the call as it stands in the store, by field; no appointment must be there where it is null.</summary>
    public ImmutableSortedDictionary<string, string>? Appointment { get; init; }

    /// <summary>The one callback of the call as it stands in the store, by field; none must be there where it is null.</summary>
    public ImmutableSortedDictionary<string, string>? Callback { get; init; }

    /// <summary>Phrases that must have been said.</summary>
    public ImmutableArray<PhraseId> Said { get; init; } = [];

    /// <summary>Phrases that must not have been said.</summary>
    public ImmutableArray<PhraseId> NotSaid { get; init; } = [];

    /// <summary>The most turns of the caller.</summary>
    public int? MostTurns { get; init; }

    /// <summary>The most turns that were ended too early. Default none.</summary>
    public int MostCutoffs { get; init; }

    /// <summary>Times that the agent paused and went on, exactly.</summary>
    public int? FalseInterruptions { get; init; }

    /// <summary>Times that words cut the agent, exactly.</summary>
    public int? Interruptions { get; init; }

    /// <summary>95th percentile of the turn latency in virtual time, at most.</summary>
    public TimeSpan? LatencyP95 { get; init; }

    /// <summary>Whether recording and transcript must be erased; false: must be there.</summary>
    public bool Erased { get; init; }
}
