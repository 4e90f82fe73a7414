using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Turns;

/// <summary>A turn that was ended too early is taken back: what it led to is undone, as long as that can be.</summary>
internal static class TakingBack
{
    /// <summary>Whether what a turn leads to can be undone: words, a search, a hold.</summary>
    public static bool IsPossible(ConversationStep reply) =>
        reply.Effects.All(e => e is Say or UseTool { Request: FindOpenings or HoldOpening or ReleaseHold });

    /// <summary>Whether the answer of a tool leaves that so.</summary>
    public static bool IsPossible(ToolResult result) => result is OpeningsFound or HoldPlaced or HoldRefused or HoldReleased;

    /// <summary>Whether the turn can be taken back now.</summary>
    public static bool IsPossible(DialogState state, CommittedTurn turn) =>
        turn.CanBeTakenBack && state.LastTurn is { CanBeTakenBack: true } && state.Speeches.All(s => s.Interruptible)
        && (turn.Before.Pending is null || turn.Before.Pending == state.Conversation.Pending);

    /// <summary>The conversation as it was before; a hold placed since is given back, one given back since is placed anew when it is needed.</summary>
    public static DialogStep Take(DialogState state, CommittedTurn turn)
    {
        var now = state.Conversation;
        var kept = now.HoldId == turn.Before.HoldId ? now.HoldId : null;
        var before = turn.Before with { LastCall = now.LastCall, HoldId = kept };
        var taken = state with { Conversation = before, LastTurn = null, AfterSpeech = null, Transcript = Transcripts.Retract(state.Transcript, turn.TranscriptLength) };
        if (now.HoldId is not { } hold || hold == kept)
        {
            return DialogStep.Stay(taken);
        }

        var call = new ToolCallId(now.LastCall + 1);
        return DialogStep.Stay(taken with { Conversation = before with { LastCall = call.Value } }).Do(new CallTool(call, new ReleaseHold(hold)));
    }
}
