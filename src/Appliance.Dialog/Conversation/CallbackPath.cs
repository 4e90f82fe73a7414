using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Conversation;

/// <summary>Taking a callback: name, number, saved.</summary>
internal static class CallbackPath
{
    /// <summary>Asks the next thing a callback needs, or saves it.</summary>
    public static ConversationStep Next(ConversationState state, ConversationContext context, string lead) => state.Slots switch
    {
        { Name: null } => Asking.Ask(state, context, Stage.Name, lead),
        { Phone: null } => Asking.Ask(state, context, Stage.Phone, lead),
        { PhoneConfirmed: false } => Asking.Ask(state, context, Stage.PhoneCheck, lead),
        _ => Save(state, context),
    };

    /// <summary>Saves what is known. A number that was not confirmed is not passed on as one.</summary>
    public static ConversationStep Save(ConversationState state, ConversationContext context)
    {
        var slots = state.Slots;
        var request = new LeaveCallback(slots.Name, slots.PhoneConfirmed ? slots.Phone : null, state.CallbackReason ?? "Callback", Wording.Summary(state, context.Facts), Urgent: false);
        return ConversationStep.Stay(state).Release().Await(request, Stage.SavingCallback);
    }
}
