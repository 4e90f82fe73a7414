using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>Reads everything back. The only way to a booking is a yes here, after all of it was heard.</summary>
internal sealed class ConfirmStage : IStage
{
    public Expectation Expects => Expectation.YesNo;

    public string Question(ConversationState state, ConversationContext context, int attempt)
    {
        var slots = state.Slots;
        return slots is { Chosen: { } opening, BirthDate: { } born }
            ? Phrases.Of(
                PhraseId.Confirm,
                attempt,
                ("when", Speech.SpokenTime.DayAndTime(opening.Start)),
                ("doctor", Wording.Doctor(context.Facts, opening.DoctorId)),
                ("name", slots.Name ?? ""),
                ("birth", Speech.SpokenDate.Full(born)))
            : Phrases.Of(PhraseId.AskChange);
    }

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if (change is not SlotChange.None)
        {
            return BookingPath.Next(state with { Detours = state.Detours + 1 }, context, Phrases.Of(PhraseId.GotIt));
        }

        return heard.YesNo switch
        {
            true when !state.ConfirmationHeard => Asking.Again(state with { ConfirmationHeard = true }, context, Phrases.Of(PhraseId.GotIt)),
            true => Book(state, context),
            false => ChangeStage.Named(state, heard, context) ?? Ladder.Detour(state, context, Stage.Change, ""),
            _ => null,
        };
    }

    public ConversationStep? Keys(ConversationState state, string digits, ConversationContext context) => digits switch
    {
        "1" when state.ConfirmationHeard => Book(state, context),
        "1" => Asking.Again(state with { ConfirmationHeard = true }, context, ""),
        "2" => Ladder.Detour(state, context, Stage.Change, ""),
        _ => null,
    };

    private static ConversationStep Book(ConversationState state, ConversationContext context)
    {
        var slots = state.Slots;
        if (state.HoldId is not { } hold || slots is not { Chosen: not null, GivenName: { } given, FamilyName: { } family, NameConfirmed: true, BirthDate: { } born, Phone: { } phone, PhoneConfirmed: true })
        {
            return BookingPath.Next(state, context, "");
        }

        return ConversationStep.Stay(state).Await(
            new Tools.BookAppointment(hold, new Tools.PatientDetails(given, family, born, phone), slots.VisitTypeId, slots.Reason ?? ""),
            Stage.Booking);
    }
}
