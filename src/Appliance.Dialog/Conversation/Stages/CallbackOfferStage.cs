using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"Can someone call you back?"</summary>
internal sealed class CallbackOfferStage : IStage
{
    public Expectation Expects => Expectation.YesNo;

    public string Question(ConversationState state, ConversationContext context, int attempt) =>
        Phrases.Of(state.NobodyThere ? PhraseId.NobodyThere : PhraseId.OfferCallback, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if (heard.YesNo == true || heard.Intent is CallerIntent.Callback || (change & (SlotChange.Phone | SlotChange.Name)) != SlotChange.None)
        {
            return Begin(state, context);
        }

        if (heard.Intent is CallerIntent.Book)
        {
            return BookingPath.Next(state with { Slots = state.Slots with { WantsBooking = true } }, context, Phrases.Of(PhraseId.Sure));
        }

        return heard.YesNo == false ? Asking.Ask(state with { Transfer = null }, context, Stage.AnythingElse, Phrases.Of(PhraseId.GotIt)) : null;
    }

    public ConversationStep? Keys(ConversationState state, string digits, ConversationContext context) => digits switch
    {
        "1" => Begin(state, context),
        "2" => Asking.Ask(state with { Transfer = null }, context, Stage.AnythingElse, Phrases.Of(PhraseId.GotIt)),
        _ => null,
    };

    private static ConversationStep Begin(ConversationState state, ConversationContext context) =>
        CallbackPath.Next(state with { CallbackReason = state.Topic }, context, Phrases.Of(PhraseId.GotIt));
}
