using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Turns;

/// <summary>The end of a call, from either side.</summary>
internal static class HangingUp
{
    /// <summary>The caller is gone. A booking or callback under way is waited for, since it may already stand in the store.</summary>
    public static DialogStep CallerGone(DialogState state)
    {
        var gone = state with { CallerGone = true, Speeches = [], Paused = null, Utterance = null };
        var talk = state.Conversation;
        if (talk is { IsWaiting: true, Stage: Stage.Booking or Stage.SavingCallback })
        {
            return Replying.Flush(gone);
        }

        return Finish(gone, state.AfterSpeech is End end ? end.Outcome : CallOutcome.Abandoned);
    }

    /// <summary>An answer came after the caller had gone.</summary>
    public static DialogStep Late(DialogState state, ToolCallId call, ToolResult result)
    {
        if (state.Conversation.Pending != call)
        {
            return DialogStep.Stay(state);
        }

        var reached = result switch
        {
            Booked => CallOutcome.Booked,
            CallbackSaved when state.Conversation.Outcome is not CallOutcome.OptedOut => CallOutcome.CallbackLeft,
            _ => CallOutcome.Abandoned,
        };
        var talk = state.Conversation with { Pending = null, HoldId = result is Booked ? null : state.Conversation.HoldId };
        return Finish(state with { Conversation = talk with { Outcome = talk.Outcome is CallOutcome.None && reached is not CallOutcome.Abandoned ? reached : talk.Outcome } }, reached);
    }

    /// <summary>Ends the call: gives back what is held, records the open turn, hangs up once.</summary>
    public static DialogStep Finish(DialogState state, CallOutcome outcome)
    {
        var talk = state.Conversation;
        var reached = talk.Outcome is not CallOutcome.None ? talk.Outcome
            : talk.Transfer is TransferReason.Emergency && outcome is CallOutcome.Abandoned ? CallOutcome.Emergency : outcome;
        var step = Replying.Flush(state with { AfterSpeech = null, Ended = true, Outcome = reached });
        if (talk.HoldId is { } hold)
        {
            var call = new ToolCallId(talk.LastCall + 1);
            var released = step.State with { Conversation = talk with { HoldId = null, LastCall = call.Value } };
            step = step.Do(new CallTool(call, new ReleaseHold(hold))) with { State = released };
        }

        return step.Do(new HangUp(reached));
    }
}
