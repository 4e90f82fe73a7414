using System.Collections.Immutable;
using Appliance.Dialog.Facts;
using Appliance.Dialog.Turns;

namespace Appliance.Dialog;

/// <summary>Everything a call's dialog knows. Immutable; only <see cref="DialogMachine"/> makes new ones.</summary>
public sealed record DialogState
{
    /// <summary>The clinic.</summary>
    public required ClinicFacts Facts { get; init; }

    /// <summary>Settings.</summary>
    public required DialogOptions Options { get; init; }

    /// <summary>The latest time seen, since answer.</summary>
    public TimeSpan Now { get; init; }

    /// <summary>What was said so far, oldest first.</summary>
    public ImmutableList<TranscriptLine> Transcript { get; init; } = [];

    /// <summary>Counts so far.</summary>
    public TurnCounters Counters { get; init; } = TurnCounters.Zero;

    /// <summary>What came of the call so far; final once <see cref="Ended"/>.</summary>
    public CallOutcome Outcome { get; init; }

    /// <summary>Whether <see cref="Actions.HangUp"/> was asked for. Inputs have no effect any more.</summary>
    public bool Ended { get; init; }
}
