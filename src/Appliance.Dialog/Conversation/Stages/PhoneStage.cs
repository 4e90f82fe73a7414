using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"What is the best phone number to reach you?"</summary>
internal sealed class PhoneStage : IStage
{
    public Expectation Expects => Expectation.Phone;

    public string Question(ConversationState state, ConversationContext context, int attempt) => Phrases.Of(PhraseId.AskPhone, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if (change is not SlotChange.None || (heard.Phone is not null && heard.Phone == state.Slots.Phone))
        {
            return BookingPath.Next(state, context, "");
        }

        return heard.Phone is { Length: > 2 } part
            ? Ladder.Miss(state, context, Phrases.Of(PhraseId.AskWholePhone, 0, ("digits", Speech.SpokenDigits.Phone(part))))
            : null;
    }

    public ConversationStep? Keys(ConversationState state, string digits, ConversationContext context)
    {
        var number = digits is { Length: 11 } && digits[0] == '1' ? digits[1..] : digits;
        return PhoneParser.IsWhole(number)
            ? BookingPath.Next(state with { Slots = state.Slots with { Phone = number, PhoneConfirmed = false } }, context, "")
            : Ladder.Miss(state, context);
    }
}
