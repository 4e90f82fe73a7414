using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>Asks for the first and last name, or for the half that is missing.</summary>
internal sealed class NameStage(Expectation expects) : IStage
{
    public Expectation Expects => expects;

    public string Question(ConversationState state, ConversationContext context, int attempt) => expects switch
    {
        Expectation.Spelling => Phrases.Of(PhraseId.AskSpelling, attempt),
        Expectation.FamilyName => Phrases.Of(PhraseId.AskFamilyName, attempt),
        _ when state.Slots is { GivenName: null, FamilyName: not null } => Phrases.Of(PhraseId.AskGivenName, attempt),
        _ => Phrases.Of(PhraseId.AskName, attempt),
    };

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if ((change & SlotChange.Name) != SlotChange.None)
        {
            return BookingPath.Next(state, context, state.CallbackReason is null ? "" : Phrases.Of(PhraseId.GotIt));
        }

        // The same name again: it is what was heard before.
        return heard.Name is { } same && (same.Family ?? same.Given) is { } name && (name == state.Slots.FamilyName || name == state.Slots.GivenName)
            ? BookingPath.Next(state, context, "")
            : null;
    }
}
