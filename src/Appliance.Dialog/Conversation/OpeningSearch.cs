using System.Collections.Immutable;
using Appliance.Dialog.Facts;
using Appliance.Dialog.Tools;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>Looks for openings, ever wider: as asked, the whole day, the days after, any time.</summary>
internal static class OpeningSearch
{
    private const int DaysAfter = 2;
    private const int Widest = 3;
    private static readonly TimeSpan _around = TimeSpan.FromHours(2);

    /// <summary>Searches exactly as asked; for a day on which the clinic is closed, the days after.</summary>
    public static ConversationStep Start(ConversationState state, ConversationContext context) =>
        state.Detours + 1 >= Ladder.MaxDetours
            ? Ladder.GiveUp(state, context)
            : Search(state with { SearchWidth = IsClosed(state.Slots.Day, context.Facts) ? DaysAfter : 0, Found = [], Offers = [], Detours = state.Detours + 1 }, context);

    /// <summary>Whether one day is wanted on which the clinic is closed.</summary>
    public static bool IsClosed(DayWish? wish, ClinicFacts facts) => wish is { IsOneDay: true } day && !facts.Hours.IsEmpty && facts.HoursOn(day.From) is null;

    /// <summary>Searches one step wider; null when there is nothing wider.</summary>
    public static ConversationStep? Widen(ConversationState state, ConversationContext context) =>
        state.SearchWidth >= Widest ? null : Search(state with { SearchWidth = state.SearchWidth + 1 }, context);

    /// <summary>Holds an opening for the caller.</summary>
    public static ConversationStep Hold(ConversationState state, OpeningHandle opening) =>
        ConversationStep.Stay(state with { Slots = state.Slots with { Chosen = opening } })
            .Release()
            .Await(new HoldOpening(opening.Id), Stage.Holding);

    /// <summary>Openings in the order they are offered: close to the time asked for, otherwise earliest first; two at a time, the second an hour apart if possible.</summary>
    public static ImmutableArray<OpeningHandle> PickTwo(ImmutableArray<OpeningHandle> found, TimeWish? wish)
    {
        if (found.IsEmpty)
        {
            return [];
        }

        var ordered = wish?.Near is { } near
            ? [.. found.OrderBy(o => DateOnly.FromDateTime(o.Start)).ThenBy(o => Math.Abs((TimeOnly.FromDateTime(o.Start).ToTimeSpan() - near.ToTimeSpan()).Ticks))]
            : found;
        var first = ordered[0];
        var apart = wish?.Near is null ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1);
        var second = ordered.FirstOrDefault(o => (o.Start - first.Start).Duration() >= apart) ?? ordered.FirstOrDefault(o => o.Start != first.Start);
        return second is null ? [first] : first.Start <= second.Start ? [first, second] : [second, first];
    }

    private static ConversationStep Search(ConversationState state, ConversationContext context)
    {
        var today = DateOnly.FromDateTime(context.LocalNow);
        var wish = state.Slots.Day ?? new DayWish(today, today.AddDays(context.Options.SearchDays));
        var from = wish.From < today || state.SearchWidth == Widest ? today : wish.From;
        var to = state.SearchWidth >= DaysAfter ? from.AddDays(context.Options.SearchDays) : wish.To < from ? from : wish.To;
        var request = new FindOpenings(state.Slots.DoctorId, state.Slots.VisitTypeId, from, to, Window(state), context.Options.SearchLimit);
        return ConversationStep.Stay(state).Await(request, Stage.Searching);
    }

    private static TimeOfDay Window(ConversationState state)
    {
        if (state.Slots.Time is not { } time || state.SearchWidth is 1 or Widest)
        {
            return TimeOfDay.WholeDay;
        }

        if (time is not { Exact: true, Near: { } near })
        {
            return time.Window;
        }

        var from = near.ToTimeSpan() > _around ? near.Add(-_around) : TimeOnly.MinValue;
        var to = near.ToTimeSpan() + _around < TimeSpan.FromDays(1) ? near.Add(_around) : TimeOnly.MaxValue;
        return new TimeOfDay(from, to);
    }
}
