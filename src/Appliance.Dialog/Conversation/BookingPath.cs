namespace Appliance.Dialog.Conversation;

/// <summary>What comes next: the first thing that is missing for the appointment, or for the callback.</summary>
internal static class BookingPath
{
    /// <summary>Asks or does the next thing, after saying the lead.</summary>
    public static ConversationStep Next(ConversationState state, ConversationContext context, string lead)
    {
        if (state.CallbackReason is not null)
        {
            return CallbackPath.Next(state, context, lead);
        }

        var slots = state.Slots;
        if (state.HoldId is not null && slots.Chosen is null)
        {
            return ConversationStep.Stay(state).Release().Then(s => Next(s, context, lead));
        }

        if (!slots.WantsBooking)
        {
            return Asking.Ask(state, context, state.Outcome is CallOutcome.None ? Stage.Intent : Stage.AnythingElse, lead);
        }

        if (slots.Reason is null)
        {
            return Asking.Ask(state, context, Stage.Reason, lead);
        }

        if (slots.Chosen is null)
        {
            return NextForOpening(state, context, lead);
        }

        return state.HoldId is null ? OpeningSearch.Hold(state, slots.Chosen) : NextForPatient(state, context, lead);
    }

    private static ConversationStep NextForOpening(ConversationState state, ConversationContext context, string lead)
    {
        if (!state.Slots.DoctorKnown && context.Facts.Doctors.Length > 1)
        {
            return Asking.Ask(state, context, Stage.Doctor, lead);
        }

        return state.Slots.Day is null && state.Slots.Time is null
            ? Asking.Ask(state, context, Stage.DayAndTime, lead)
            : OpeningSearch.Start(state, context);
    }

    private static ConversationStep NextForPatient(ConversationState state, ConversationContext context, string lead)
    {
        var slots = state.Slots;
        var stage = slots switch
        {
            { GivenName: null, FamilyName: null } => Stage.Name,
            { GivenName: null } => Stage.Name,
            { FamilyName: null } => Stage.FamilyName,
            { NameConfirmed: false } => Stage.NameCheck,
            { BirthDate: null } => Stage.BirthDate,
            { Phone: null } => Stage.Phone,
            { PhoneConfirmed: false } => Stage.PhoneCheck,
            _ => Stage.Confirm,
        };
        return Asking.Ask(stage is Stage.Confirm ? state with { ConfirmationHeard = true } : state, context, stage, lead);
    }
}
