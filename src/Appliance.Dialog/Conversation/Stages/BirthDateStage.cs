using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"What is your date of birth?"</summary>
internal sealed class BirthDateStage : IStage
{
    public Expectation Expects => Expectation.BirthDate;

    public string Question(ConversationState state, ConversationContext context, int attempt) =>
        state.Slots.Birthday is not null && attempt < 2 ? Phrases.Of(PhraseId.AskBirthYear, attempt) : Phrases.Of(PhraseId.AskBirthDate, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if (change is not SlotChange.None)
        {
            return BookingPath.Next(state, context, Phrases.Of(PhraseId.GotIt));
        }

        var reading = heard.BirthDate ?? (state.Slots.Birthday is var (month, day) ? BirthDateParser.Complete(heard.Words, month, day, context.Facts.Today) : null);
        return reading switch
        {
            { Date: { } date } => BookingPath.Next(state with { Slots = state.Slots with { BirthDate = date, Birthday = null } }, context, Phrases.Of(PhraseId.GotIt)),
            { MissingYear: true } part => Ladder.Detour(state with { Slots = state.Slots with { Birthday = (part.Month, part.Day) } }, context, Stage.BirthDate, ""),
            { Impossible: true } => Ladder.Miss(state with { Slots = state.Slots with { Birthday = null } }, context, Phrases.Of(PhraseId.ImpossibleDate)),
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
