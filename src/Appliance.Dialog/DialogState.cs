using System.Collections.Immutable;
using Appliance.Dialog.Conversation;
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

    /// <summary>What was said so far, oldest first. A line of the agent that nobody heard is not in it.</summary>
    public ImmutableList<TranscriptLine> Transcript { get; init; } = [];

    /// <summary>Counts so far.</summary>
    public TurnCounters Counters { get; init; } = TurnCounters.Zero;

    /// <summary>What came of the call; <see cref="CallOutcome.None"/> until <see cref="Ended"/>.</summary>
    public CallOutcome Outcome { get; init; }

    /// <summary>Whether <see cref="Actions.HangUp"/> was asked for. Inputs have no effect any more.</summary>
    public bool Ended { get; init; }

    /// <summary>Where the conversation stands.</summary>
    public ConversationState Conversation { get; init; } = new();

    /// <summary>Whether the agent has something to say that has not ended.</summary>
    public bool IsAgentTalking => !Speeches.IsEmpty;

    internal VoiceTracker Voice { get; init; } = VoiceTracker.Start;

    internal CallerUtterance? Utterance { get; init; }

    internal int LastUtterance { get; init; }

    internal ImmutableList<ActiveSpeech> Speeches { get; init; } = [];

    internal int LastSpeech { get; init; }

    /// <summary>What the caller must hear and, as far as is known, did not.</summary>
    internal ImmutableList<(SpeechId Speech, MustHear News)> Unheard { get; init; } = [];

    /// <summary>When playback was paused; null while it is not.</summary>
    internal TimeSpan? Paused { get; init; }

    /// <summary>A transfer or the end, once everything is said.</summary>
    internal ConversationEffect? AfterSpeech { get; init; }

    /// <summary>The turn whose reply is not decided.</summary>
    internal Turn? OpenTurn { get; init; }

    internal CommittedTurn? LastTurn { get; init; }

    /// <summary>An "okay" over the agent, and when.</summary>
    internal (CallerUtterance Utterance, TimeSpan At)? Overheard { get; init; }

    internal string Keys { get; init; } = "";

    internal TimeSpan KeysAt { get; init; }

    /// <summary>Since when the caller could have said something.</summary>
    internal TimeSpan QuietSince { get; init; }

    internal TimeSpan ToolAsked { get; init; }

    internal bool FillerSaid { get; init; }

    internal TimeSpan? TransferAsked { get; init; }

    internal bool CallerGone { get; init; }

    internal bool Mute { get; init; }

    internal bool ToldTooLong { get; init; }

    internal ConversationContext Context => new(Facts, Options.Conversation, Facts.AnsweredLocal + Now);

    /// <summary>Silence since the caller's last voice, on the clock of the caller's audio unless that has stopped.</summary>
    internal TimeSpan SilenceSince(TimeSpan voiceEnd) => (Now - Voice.At > TimeSpan.FromMilliseconds(500) ? Now : Voice.At) - voiceEnd;
}
