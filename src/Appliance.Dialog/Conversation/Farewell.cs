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
            .Do(new Say(Phrases.Of(phrase), News: News(phrase)))
            .Do(new End(reached));
    }

    // A promise, or that there is none, is more than a goodbye.
    private static MustHear? News(PhraseId phrase)
    {
        if (phrase is not (PhraseId.CallbackSaved or PhraseId.CallbackFailed or PhraseId.NoCalls))
        {
            return null;
        }

        var text = Phrases.Of(phrase);
        var promise = text[..text.LastIndexOf(" Goodbye.", StringComparison.Ordinal)];
        return new MustHear(promise, promise);
    }
}
