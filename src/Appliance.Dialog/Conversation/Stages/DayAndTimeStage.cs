using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"What day works best for you?"</summary>
internal sealed class DayAndTimeStage : IStage
{
    public Expectation Expects => Expectation.DayAndTime;

    public string Question(ConversationState state, ConversationContext context, int attempt) =>
        Phrases.Of(state.Slots.Day is { IsOneDay: true } ? PhraseId.AskTime : PhraseId.AskDayAndTime, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if ((change & SlotChange.When) != SlotChange.None)
        {
            return BookingPath.Next(state, context, Phrases.Of(PhraseId.GotIt));
        }

        var any = heard.Doctor is { Any: true } || heard.Has(Manner.Unsure) || heard.Words.HasAny("any day", "whenever", "any");
        return any ? BookingPath.Next(state with { Slots = state.Slots with { Time = TimeWish.Soonest } }, context, Phrases.Of(PhraseId.GotIt)) : null;
    }
}
