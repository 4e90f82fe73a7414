using Appliance.Dialog.Actions;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Conversation;

/// <summary>Putting callers through to people, and what follows when nobody is there.</summary>
internal static class Handover
{
    /// <summary>Announces and puts through; straight to the callback if nobody was there before.</summary>
    public static ConversationStep ToPerson(ConversationState state, ConversationContext context, TransferReason reason, PhraseId phrase)
    {
        var next = state with { Transfer = reason, Pending = null, OnHold = false, Misses = 0 };
        if (state.NobodyThere && reason is not TransferReason.Emergency)
        {
            return Nobody(next, context);
        }

        return ConversationStep.Stay(next with { Stage = Stage.Transferring })
            .Do(new Say(Phrases.Of(phrase), Interruptible: false))
            .Do(new PutThrough(reason, Wording.Summary(state, context.Facts)));
    }

    /// <summary>Nobody took the call.</summary>
    public static ConversationStep Nobody(ConversationState state, ConversationContext context)
    {
        var reason = state.Transfer ?? TransferReason.CallerAsked;
        var here = state with { NobodyThere = true, Topic = Topic(reason), Pending = null };
        if (reason is TransferReason.Emergency)
        {
            return ConversationStep.Stay(here with { Stage = Stage.Closing })
                .Release()
                .Send(new LeaveCallback(state.Slots.Name, state.Slots.Phone, here.Topic, Wording.Summary(state, context.Facts), Urgent: true))
                .Do(new Say(Phrases.Of(PhraseId.EmergencyNobody), Interruptible: false))
                .Do(new End(CallOutcome.Emergency));
        }

        // With an engine lost the caller cannot be asked: the callback goes to the number that called.
        return reason is TransferReason.EngineFailed
            ? CallbackPath.Save(here with { CallbackReason = here.Topic }, context)
            : Asking.Ask(here, context, Stage.CallbackOffer, "");
    }

    /// <summary>A person has the caller: the hold is given back and the machine's part is over.</summary>
    public static ConversationStep Done(ConversationState state)
    {
        var outcome = state.Transfer is TransferReason.Emergency ? CallOutcome.Emergency : state.Outcome is CallOutcome.Booked ? CallOutcome.Booked : CallOutcome.Transferred;
        return ConversationStep.Stay(state with { Stage = Stage.Closing, Pending = null }).Release().Do(new End(outcome));
    }

    private static string Topic(TransferReason reason) => reason switch
    {
        TransferReason.CallerAsked => "Asked for a person",
        TransferReason.Emergency => "Emergency named",
        TransferReason.RecordingRefused => "Does not want to be recorded",
        TransferReason.NotUnderstood => "Could not be understood",
        TransferReason.ToolFailed => "Booking was not possible",
        TransferReason.EngineFailed => "The assistant failed",
        _ => "Call took too long",
    };
}
