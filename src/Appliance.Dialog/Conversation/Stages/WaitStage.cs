using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>A tool or a transfer is waited for; the caller is asked nothing.</summary>
internal sealed class WaitStage : IStage
{
    public Expectation Expects => Expectation.Anything;

    public string Question(ConversationState state, ConversationContext context, int attempt) => Phrases.Of(PhraseId.OneMoment);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context) =>
        ConversationStep.Stay(state);
}
