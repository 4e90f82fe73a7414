using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>"What would you like to change?"</summary>
internal sealed class ChangeStage : IStage
{
    public Expectation Expects => Expectation.Change;

    public string Question(ConversationState state, ConversationContext context, int attempt) => Phrases.Of(PhraseId.AskChange, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if (change is not SlotChange.None)
        {
            return BookingPath.Next(state, context, Phrases.Of(PhraseId.GotIt));
        }

        return Named(state, heard, context)
            ?? (heard.YesNo == false || heard.Words.HasAny("nothing", "it's fine", "it's right") ? BookingPath.Next(state with { Detours = state.Detours + 1 }, context, Phrases.Of(PhraseId.GotIt)) : null);
    }

    /// <summary>Asks anew for the detail the caller named, or null if none was named.</summary>
    internal static ConversationStep? Named(ConversationState state, Understood heard, ConversationContext context)
    {
        var slots = state.Slots;
        var words = heard.Words;
        if (slots.Chosen is { } chosen && words.HasAny("time") && !words.HasAny("day", "date"))
        {
            var sameDay = slots with { Day = DayWish.On(DateOnly.FromDateTime(chosen.Start)), Time = null, Chosen = null };
            return Ladder.Detour(state with { Slots = sameDay }, context, Stage.DayAndTime, Phrases.Of(PhraseId.GotIt));
        }

        var changed = words switch
        {
            _ when words.HasAny("phone", "number") => slots with { Phone = null, PhoneConfirmed = false },
            _ when words.HasAny("birth", "birthday", "born") => slots with { BirthDate = null },
            _ when words.HasAny("name", "spelling", "spelled") => slots with { GivenName = null, FamilyName = null, NameConfirmed = false, Spelled = false },
            _ when words.HasAny("doctor") => slots with { DoctorId = null, DoctorKnown = false, Chosen = null },
            _ when words.HasAny("day", "date", "time", "appointment", "when") => slots with { Day = null, Time = null, Chosen = null },
            _ when words.HasAny("reason", "visit") => slots with { Reason = null, VisitTypeId = null },
            _ => null,
        };
        return changed is null ? null : BookingPath.Next(state with { Slots = changed, Detours = state.Detours + 1 }, context, Phrases.Of(PhraseId.GotIt));
    }
}
