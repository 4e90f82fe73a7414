using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"I have Mary Smith. Is that right?"</summary>
internal sealed class NameCheckStage : IStage
{
    public Expectation Expects => Expectation.YesNo;

    public string Question(ConversationState state, ConversationContext context, int attempt) => state.Slots.Spelled
        ? Phrases.Of(PhraseId.CheckSpelledName, attempt, ("name", state.Slots.Name ?? ""), ("letters", Speech.SpokenDigits.Letters(state.Slots.FamilyName ?? "")))
        : Phrases.Of(PhraseId.CheckName, attempt, ("name", state.Slots.Name ?? ""));

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if (change is not SlotChange.None)
        {
            var sure = (change & SlotChange.Name) == SlotChange.None && heard.YesNo == true;
            return BookingPath.Next(state with { Slots = state.Slots with { NameConfirmed = sure }, Detours = state.Detours + 1 }, context, Phrases.Of(PhraseId.GotIt));
        }

        return heard.YesNo switch
        {
            true => BookingPath.Next(state with { Slots = state.Slots with { NameConfirmed = true } }, context, Phrases.Of(PhraseId.GotIt)),
            false => Ladder.Detour(state with { Slots = state.Slots with { FamilyName = null, Spelled = false } }, context, Stage.Spelling, Phrases.Of(PhraseId.Sorry)),
            _ => null,
        };
    }

    public ConversationStep? Keys(ConversationState state, string digits, ConversationContext context) => digits switch
    {
        "1" => BookingPath.Next(state with { Slots = state.Slots with { NameConfirmed = true } }, context, Phrases.Of(PhraseId.GotIt)),
        "2" => Ladder.Detour(state with { Slots = state.Slots with { FamilyName = null, Spelled = false } }, context, Stage.Spelling, Phrases.Of(PhraseId.Sorry)),
        _ => null,
    };
}
