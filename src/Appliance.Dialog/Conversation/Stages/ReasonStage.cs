using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"What is the reason for your visit?"</summary>
internal sealed class ReasonStage : IStage
{
    public Expectation Expects => Expectation.Reason;

    public string Question(ConversationState state, ConversationContext context, int attempt) => Phrases.Of(PhraseId.AskReason, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if ((change & SlotChange.Reason) != SlotChange.None)
        {
            return BookingPath.Next(state, context, Phrases.Of(PhraseId.GotIt));
        }

        // Asked twice: the clinic reads the caller's own words.
        if (state.Misses > 0 && ReasonParser.OwnWords(heard.Words) is { } own && heard.Manner is Manner.None)
        {
            return BookingPath.Next(state with { Slots = state.Slots with { Reason = own.Words } }, context, Phrases.Of(PhraseId.GotIt));
        }

        return null;
    }
}
