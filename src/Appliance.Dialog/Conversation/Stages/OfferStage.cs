using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation.Stages;

/// <summary>Openings were offered; one is chosen, or others are wanted.</summary>
internal sealed class OfferStage : IStage
{
    public Expectation Expects => Expectation.Offer;

    public string Question(ConversationState state, ConversationContext context, int attempt) => Offering.Words(state, context, attempt);

    public ConversationStep? Hear(ConversationState state, Understood heard, SlotChange change, ConversationContext context)
    {
        if ((change & SlotChange.Doctor) != SlotChange.None)
        {
            return BookingPath.Next(state, context, Phrases.Of(PhraseId.GotIt));
        }

        if (OfferSelection.Pick(state.Offers, heard) is { } picked)
        {
            return OpeningSearch.Hold(state, picked);
        }

        if (heard.Day is not null || heard.Time is not null)
        {
            return Elsewhere(state, heard, context);
        }

        return heard.Choice switch
        {
            OfferChoice.SomethingEarlier => Others(state, context, earlier: true),
            OfferChoice.SomethingLater => Others(state, context, earlier: false),
            OfferChoice.Neither => Next(state, context),
            _ when heard.YesNo == false => Next(state, context),
            _ when heard.YesNo == true => Ladder.Miss(state, context, lead: ""),
            _ => null,
        };
    }

    public ConversationStep? Keys(ConversationState state, string digits, ConversationContext context) =>
        digits.Length == 1 && digits[0] - '1' is >= 0 and var index && index < state.Offers.Length ? OpeningSearch.Hold(state, state.Offers[index]) : null;

    // Another day or time than those offered: it may be among those found.
    private static ConversationStep Elsewhere(ConversationState state, Understood heard, ConversationContext context)
    {
        var slots = state.Slots with { Day = heard.Day ?? AgreedDay(state), Time = heard.Time ?? (heard.Day is null ? state.Slots.Time : KeptTime(state)) };
        return OpeningSearch.Start(state with { Slots = slots }, context);
    }

    // The days offered, where they are not those wished for: these had nothing.
    private static DayWish? AgreedDay(ConversationState state)
    {
        if (state.Offers.IsEmpty)
        {
            return state.Slots.Day;
        }

        var offered = new DayWish(DateOnly.FromDateTime(state.Offers.Min(o => o.Start)), DateOnly.FromDateTime(state.Offers.Max(o => o.Start)));
        return offered.IsOneDay || (state.Slots.Day is { } wish && !(wish.Contains(offered.From) && wish.Contains(offered.To))) ? offered : state.Slots.Day;
    }

    // "How about Thursday?" keeps the part of day that was asked for.
    private static TimeWish? KeptTime(ConversationState state) => state.Slots.Time is { Earliest: true } ? null : state.Slots.Time;

    private static ConversationStep Others(ConversationState state, ConversationContext context, bool earlier)
    {
        var first = state.Offers.Min(o => o.Start);
        var last = state.Offers.Max(o => o.Start);
        var rest = state.Found.Where(o => earlier ? o.Start < first : o.Start > last).ToArray();
        return rest.Length == 0
            ? Ladder.Detour(state, context, Stage.Offer, Phrases.Of(PhraseId.NothingEarlier))
            : Offering.Two(state with { Found = [.. rest], Detours = state.Detours + 1, Slots = state.Slots with { Time = null } }, context, "");
    }

    private static ConversationStep Next(ConversationState state, ConversationContext context) =>
        Offering.Two(state with { Found = [.. state.Found.Where(o => !state.Offers.Any(x => x.Start == o.Start))], Detours = state.Detours + 1 }, context, Phrases.Of(PhraseId.GotIt));
}
