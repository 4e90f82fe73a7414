using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"How can I help you?", at the start and after something is done.</summary>
internal sealed class IntentStage(PhraseId question) : IStage
{
    public Expectation Expects => Expectation.Intent;

    public string Question(ConversationState state, ConversationContext context, int attempt) => Phrases.Of(question, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        var books = heard.Intent is CallerIntent.Book || (change & (SlotChange.Reason | SlotChange.Doctor | SlotChange.When)) != SlotChange.None;
        if (OtherMatters.TopicOf(heard.Intent) is { } topic && !(books && heard.Intent is CallerIntent.Question or CallerIntent.Refill && heard.Reason is not null && heard.Words.HasAny("appointment")))
        {
            return Asking.Ask(state with { Topic = topic }, context, Stage.CallbackOffer, "");
        }

        if (books || (heard.YesNo == true && state.Misses > 0 && state.Stage is Stage.Intent) || (heard.YesNo == true && state.Slots.WantsBooking && state.Outcome is CallOutcome.None))
        {
            return BookingPath.Next(Ready(state), context, Phrases.Of(PhraseId.Sure));
        }

        if (state.Stage is Stage.Intent)
        {
            return null;
        }

        if (state.Outcome is CallOutcome.Booked && heard.Words.HasAny("wrong", "not right", "isn't right", "not correct", "incorrect", "not what i said"))
        {
            return Asking.Ask(state with { Topic = "Question about an appointment" }, context, Stage.CallbackOffer, Phrases.Of(PhraseId.Sorry));
        }

        if (heard.YesNo == false || heard.Has(Manner.Thanks | Manner.Done | Manner.Goodbye))
        {
            return Farewell.Say(state);
        }

        return heard.YesNo == true ? Agreed(state, heard, context) : null;
    }

    // "Yes" wants something else; "okay" and "that's right" only take note of what was said.
    private static ConversationStep Agreed(ConversationState state, Understood heard, ConversationContext context)
    {
        if (!heard.Words.HasAny("okay", "ok", "alright", "right", "correct", "great", "perfect", "good", "fine"))
        {
            return Asking.Ask(state, context, Stage.Intent, "");
        }

        return state.Misses > 0 ? Farewell.Say(state) : Ladder.Miss(state, context, "");
    }

    public ConversationStep? Keys(ConversationState state, string digits, ConversationContext context) => (digits, state.Stage) switch
    {
        ("1", Stage.Intent) => BookingPath.Next(Ready(state), context, Phrases.Of(PhraseId.Sure)),
        ("2", Stage.AnythingElse) => Farewell.Say(state),
        _ => null,
    };

    // A second appointment in one call is for the same patient, with everything else new.
    private static ConversationState Ready(ConversationState state) => state.Outcome is CallOutcome.Booked && state.Slots.Chosen is not null
        ? state with { Slots = state.Slots with { WantsBooking = true, Chosen = null, Day = null, Time = null, Reason = null, VisitTypeId = null, DoctorId = null, DoctorKnown = false }, HoldId = null }
        : state with { Slots = state.Slots with { WantsBooking = true } };
}
