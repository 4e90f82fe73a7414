using Appliance.Dialog.Conversation;

namespace Appliance.Dialog.Turns;

/// <summary>The last committed turn.</summary>
internal sealed record CommittedTurn
{
    /// <summary>First onset.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>End of its last voiced window.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>When it was committed.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>What it said.</summary>
    public required string Text { get; init; }

    /// <summary>Whether that was yes.</summary>
    public required bool Affirmed { get; init; }

    /// <summary>The conversation before it.</summary>
    public required ConversationState Before { get; init; }

    /// <summary>Lines of the transcript before it.</summary>
    public required int TranscriptLength { get; init; }

    /// <summary>Whether what it led to can be undone, and nothing happened since that cannot.</summary>
    public required bool CanBeTakenBack { get; init; }
}
