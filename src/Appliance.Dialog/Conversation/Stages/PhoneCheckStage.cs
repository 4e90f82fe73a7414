using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"I have five five five… Is that correct?"</summary>
internal sealed class PhoneCheckStage : IStage
{
    public Expectation Expects => Expectation.YesNo;

    public string Question(ConversationState state, ConversationContext context, int attempt) =>
        Phrases.Of(PhraseId.CheckPhone, attempt, ("phone", Speech.SpokenDigits.Phone(state.Slots.Phone ?? "")));

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if (change is not SlotChange.None)
        {
            var sure = (change & SlotChange.Phone) == SlotChange.None && heard.YesNo == true;
            return BookingPath.Next(state with { Slots = state.Slots with { PhoneConfirmed = sure }, Detours = state.Detours + 1 }, context, Phrases.Of(PhraseId.GotIt));
        }

        // "No, it's five five five…" with the very number: the caller misheard, not the clinic.
        if (heard.Phone is not null && heard.Phone == state.Slots.Phone)
        {
            return Confirmed(state, context);
        }

        return heard.YesNo switch
        {
            true => Confirmed(state, context),
            false => Denied(state, context),
            _ => null,
        };
    }

    public ConversationStep? Keys(ConversationState state, string digits, ConversationContext context) => digits switch
    {
        "1" => Confirmed(state, context),
        "2" => Denied(state, context),
        _ => null,
    };

    private static ConversationStep Confirmed(ConversationState state, ConversationContext context) =>
        BookingPath.Next(state with { Slots = state.Slots with { PhoneConfirmed = true } }, context, "");

    private static ConversationStep Denied(ConversationState state, ConversationContext context) =>
        Ladder.Detour(state with { Slots = state.Slots with { Phone = null } }, context, Stage.Phone, Phrases.Of(PhraseId.Sorry));
}
