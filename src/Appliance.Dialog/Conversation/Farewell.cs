namespace Appliance.Dialog.Conversation;

/// <summary>Ends a call politely.</summary>
internal static class Farewell
{
    /// <summary>Says goodbye; whatever was held is given back.</summary>
    public static ConversationStep Say(ConversationState state, PhraseId phrase = PhraseId.Goodbye, CallOutcome? outcome = null)
    {
        var reached = state.Outcome is CallOutcome.None ? outcome ?? CallOutcome.Closed : state.Outcome;
        return ConversationStep.Stay(state with { Stage = Stage.Closing, Pending = null })
            .Release()
            .Do(new Say(Phrases.Of(phrase)))
            .Do(new End(reached));
    }
}
