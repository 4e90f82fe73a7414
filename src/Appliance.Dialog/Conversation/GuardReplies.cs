using Appliance.Dialog.Actions;
using Appliance.Dialog.Tools;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>What the guards do, wherever the conversation stands.</summary>
internal static class GuardReplies
{
    /// <summary>The reply to a guard that tripped.</summary>
    public static ConversationStep Reply(ConversationState state, Guard guard, ConversationContext context) => guard switch
    {
        Guard.Emergency => Handover.ToPerson(state, context, TransferReason.Emergency, PhraseId.Emergency),
        Guard.RecordingRefused => Refused(state, context),
        Guard.StopCalling => OptOut(state, context),
        _ => Handover.ToPerson(state, context, TransferReason.CallerAsked, PhraseId.Transfer),
    };

    private static ConversationStep Refused(ConversationState state, ConversationContext context)
    {
        var step = Handover.ToPerson(state, context, TransferReason.RecordingRefused, PhraseId.NotRecorded);
        return step with { Effects = step.Effects.Insert(0, new EraseRecording()) };
    }

    private static ConversationStep OptOut(ConversationState state, ConversationContext context)
    {
        var phone = state.Slots.PhoneConfirmed ? state.Slots.Phone : null;
        var request = new LeaveCallback(state.Slots.Name, phone, "Do not call this number", Wording.Summary(state, context.Facts), Urgent: false);
        return ConversationStep.Stay(state with { Outcome = CallOutcome.OptedOut }).Release().Await(request, Stage.SavingCallback);
    }
}
