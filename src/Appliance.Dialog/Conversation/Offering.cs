using System.Collections.Immutable;
using Appliance.Dialog.Speech;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Conversation;

/// <summary>Offers openings that were found.</summary>
internal static class Offering
{
    /// <summary>Openings came: takes the very one asked for, offers two others, or looks wider.</summary>
    public static ConversationStep Offer(ConversationState state, ConversationContext context, ImmutableArray<OpeningHandle> openings)
    {
        ImmutableArray<OpeningHandle> found = [.. openings.Where(o => o.Start > context.LocalNow).OrderBy(o => o.Start)];
        if (found.IsEmpty)
        {
            return OpeningSearch.Widen(state, context) ?? NothingAtAll(state, context);
        }

        var slots = state.Slots;
        var exact = slots.Time is { Exact: true, Near: { } near } && slots.Day is { IsOneDay: true } day
            ? found.FirstOrDefault(o => TimeOnly.FromDateTime(o.Start) == near && DateOnly.FromDateTime(o.Start) == day.From)
            : null;
        if (exact is not null)
        {
            return OpeningSearch.Hold(state with { Found = found }, exact);
        }

        var missed = state.SearchWidth > 0 || slots.Time is { Exact: true };
        return Two(state with { Found = found }, context, missed ? Missed(slots, context) : "");
    }

    // Why there is nothing as asked: the clinic is closed then, or all is taken.
    private static string Missed(BookingSlots slots, ConversationContext context) => OpeningSearch.IsClosed(slots.Day, context.Facts) && slots.Day is { } day
        ? $"{Phrases.Of(PhraseId.Sorry)} {Wording.Closed(context.Facts, day.From, SpokenDate.Day(day.From))}"
        : Phrases.Of(PhraseId.NothingThen, 0, ("wish", Wording.Wish(slots)));

    /// <summary>Offers the next two of those found, after the lead.</summary>
    public static ConversationStep Two(ConversationState state, ConversationContext context, string lead)
    {
        var offers = OpeningSearch.PickTwo(state.Found, state.Slots.Time);
        if (offers.IsEmpty)
        {
            return Ladder.Detour(state with { Slots = state.Slots with { Day = null, Time = null } }, context, Stage.DayAndTime, lead.Length > 0 ? lead : Phrases.Of(PhraseId.NothingEarlier));
        }

        return Asking.Ask(state with { Offers = offers }, context, Stage.Offer, lead);
    }

    /// <summary>The words for the offers of a state.</summary>
    public static string Words(ConversationState state, ConversationContext context, int attempt)
    {
        var name = state.Slots.DoctorId is null && context.Facts.Doctors.Length > 1;
        if (state.Offers.Length == 1)
        {
            var only = state.Offers[0];
            var when = SpokenTime.DayAndTime(only.Start);
            return Phrases.Of(PhraseId.OfferOne, attempt, ("first", name ? $"{when} with {Wording.Doctor(context.Facts, only.DoctorId)}" : when));
        }

        var (first, second) = Wording.Offers(context.Facts, state.Offers[0], state.Offers[1], name);
        return Phrases.Of(attempt == 0 ? PhraseId.OfferTwo : PhraseId.WhichOffer, attempt - 1, ("first", first), ("second", second));
    }

    private static ConversationStep NothingAtAll(ConversationState state, ConversationContext context)
    {
        var lead = Phrases.Of(PhraseId.NothingAtAll, 0, ("days", context.Options.SearchDays.ToString()));
        return Asking.Ask(state with { Topic = "No opening found" }, context, Stage.CallbackOffer, lead);
    }
}
