using System.Collections.Immutable;
using Appliance.Dialog.Actions;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Conversation;

/// <summary>Where a conversation stands.</summary>
public sealed record ConversationState
{
    /// <summary>What was asked last, or what is waited for.</summary>
    public Stage Stage { get; init; } = Stage.Intent;

    /// <summary>What is known.</summary>
    public BookingSlots Slots { get; init; } = new();

    /// <summary>Turns in a row that were not understood.</summary>
    public int Misses { get; init; }

    /// <summary>Silences in a row.</summary>
    public int Silences { get; init; }

    /// <summary>Values read back and denied, searches done, questions repeated: bounds every loop that understands but does not get on.</summary>
    public int Detours { get; init; }

    /// <summary>The last question, for "say that again".</summary>
    public string LastQuestion { get; init; } = "";

    /// <summary>What was done last, for "say that again" after it.</summary>
    public string LastNews { get; init; } = "";

    /// <summary>Openings found by the last search, not yet refused.</summary>
    public ImmutableArray<OpeningHandle> Found { get; init; } = [];

    /// <summary>Openings offered.</summary>
    public ImmutableArray<OpeningHandle> Offers { get; init; } = [];

    /// <summary>How far the search was widened; 0 is exactly as asked.</summary>
    public int SearchWidth { get; init; }

    /// <summary>The hold placed for this call.</summary>
    public string? HoldId { get; init; }

    /// <summary>The tool call waited for.</summary>
    public ToolCallId? Pending { get; init; }

    /// <summary>Id of the last tool call.</summary>
    public int LastCall { get; init; }

    /// <summary>Whether the caller was heard to have been told everything that is confirmed.</summary>
    public bool ConfirmationHeard { get; init; } = true;

    /// <summary>What a callback was offered for.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Why a callback is being taken; null if none is.</summary>
    public string? CallbackReason { get; init; }

    /// <summary>Why a person is sought, from the moment one is.</summary>
    public TransferReason? Transfer { get; init; }

    /// <summary>Whether nobody took a transfer; none is tried again.</summary>
    public bool NobodyThere { get; init; }

    /// <summary>Whether the caller asked for patience.</summary>
    public bool OnHold { get; init; }

    /// <summary>What came of the call so far.</summary>
    public CallOutcome Outcome { get; init; }

    /// <summary>Whether a tool is waited for.</summary>
    public bool IsWaiting => Pending is not null;
}
