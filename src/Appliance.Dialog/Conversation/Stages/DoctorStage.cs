using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"Which doctor would you like to see?"</summary>
internal sealed class DoctorStage : IStage
{
    public Expectation Expects => Expectation.Doctor;

    public string Question(ConversationState state, ConversationContext context, int attempt) =>
        Phrases.Of(PhraseId.AskDoctor, attempt, ("doctors", Wording.Doctors(context.Facts)));

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if ((change & SlotChange.Doctor) != SlotChange.None)
        {
            return BookingPath.Next(state, context, Phrases.Of(PhraseId.GotIt));
        }

        // The second time, not knowing means any.
        return heard.Has(Manner.Unsure)
            ? BookingPath.Next(state with { Slots = state.Slots with { DoctorKnown = true } }, context, Phrases.Of(PhraseId.GotIt))
            : null;
    }
}
