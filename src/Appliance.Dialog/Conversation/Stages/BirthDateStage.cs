using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"What is your date of birth?"</summary>
internal sealed class BirthDateStage : IStage
{
    public Expectation Expects => Expectation.BirthDate;

    public string Question(ConversationState state, ConversationContext context, int attempt) => Phrases.Of(PhraseId.AskBirthDate, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if (change is not SlotChange.None)
        {
            return BookingPath.Next(state, context, Phrases.Of(PhraseId.GotIt));
        }

        return heard.BirthDate switch
        {
            { MissingYear: true } => Ladder.Miss(state, context, Phrases.Of(PhraseId.AskBirthYear)),
            { Impossible: true } => Ladder.Miss(state, context, Phrases.Of(PhraseId.ImpossibleDate)),
            _ => null,
        };
    }

    public ConversationStep? Keys(ConversationState state, string digits, ConversationContext context) =>
        BirthDateParser.ParseKeys(digits, context.Facts.Today) switch
        {
            { Date: { } date } => BookingPath.Next(state with { Slots = state.Slots with { BirthDate = date } }, context, Phrases.Of(PhraseId.GotIt)),
            _ => Ladder.Miss(state, context, Phrases.Of(PhraseId.ImpossibleDate)),
        };
}
