using Appliance.Dialog.Actions;
using Appliance.Dialog.Speech;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Conversation;

/// <summary>What follows from the answers of tools.</summary>
internal static class ToolAnswers
{
    /// <summary>The answer to the call waited for; an answer nobody waits for gives back what it holds.</summary>
    public static ConversationStep Take(ConversationState state, ToolCallId call, ToolResult result, ConversationContext context)
    {
        if (state.Pending != call)
        {
            return result switch
            {
                HoldPlaced stale when stale.HoldId != state.HoldId => ConversationStep.Stay(state).Send(new ReleaseHold(stale.HoldId)),
                Booked when state.Slots.Chosen is { } booked => Tell(ConversationStep.Stay(Settled(state)).Do(new Say(BookedWords(booked, context))), booked, context),
                _ => ConversationStep.Stay(state),
            };
        }

        var waiting = state with { Pending = null };
        return (result, state.Stage) switch
        {
            (OpeningsFound found, Stage.Searching) => Offering.Offer(waiting, context, found.Openings),
            (HoldPlaced hold, Stage.Holding) => Held(waiting, hold, context),
            (HoldRefused refused, Stage.Holding) => Lost(waiting, refused.OpeningId, context),
            (Booked, Stage.Booking) => Done(waiting, context),
            (BookingRefused refused, Stage.Booking) => Refused(waiting, refused.Reason, context),
            (CallbackSaved, Stage.SavingCallback) => Saved(waiting),
            _ => Failed(waiting, context),
        };
    }

    private static ConversationStep Held(ConversationState state, HoldPlaced hold, ConversationContext context)
    {
        var opening = hold.Opening;
        var held = state with { HoldId = hold.HoldId, Slots = state.Slots with { Chosen = opening } };
        var lead = Phrases.Of(PhraseId.HeldOpening, 0, ("when", SpokenTime.DayAndTime(opening.Start)), ("doctor", Wording.Doctor(context.Facts, opening.DoctorId)));

        // Everything else known already: the confirmation itself names the opening.
        var step = BookingPath.Next(held, context, lead);
        return step.State.Stage is Stage.Confirm ? BookingPath.Next(held, context, "") : step;
    }

    private static ConversationStep Lost(ConversationState state, string openingId, ConversationContext context)
    {
        var lost = state with
        {
            Found = [.. state.Found.Where(o => !string.Equals(o.Id, openingId, StringComparison.Ordinal))],
            Slots = state.Slots with { Chosen = null },
            Detours = state.Detours + 1,
        };
        var taken = Phrases.Of(PhraseId.JustTaken);
        return lost.Detours >= Ladder.MaxDetours ? Ladder.GiveUp(lost, context) : Offering.Two(lost, context, taken).Insist(taken, taken);
    }

    private static ConversationStep Done(ConversationState state, ConversationContext context)
    {
        if (state.Slots.Chosen is not { } booked)
        {
            return Asking.Ask(Settled(state), context, Stage.AnythingElse, "");
        }

        var words = BookedWords(booked, context);
        return Tell(Asking.Ask(Settled(state) with { LastNews = words }, context, Stage.AnythingElse, words), booked, context);
    }

    private static ConversationState Settled(ConversationState state) =>
        state with { Outcome = CallOutcome.Booked, HoldId = null, Misses = 0, Detours = 0, Slots = state.Slots with { WantsBooking = false } };

    private static ConversationStep Tell(ConversationStep step, OpeningHandle booked, ConversationContext context) =>
        step.Insist(BookedWords(booked, context), Phrases.Of(PhraseId.BookedReminder, 0, ("when", SpokenTime.DayAndTime(booked.Start))));

    private static string BookedWords(OpeningHandle booked, ConversationContext context) =>
        Phrases.Of(PhraseId.Booked, 0, ("when", SpokenTime.DayAndTime(booked.Start)), ("doctor", Wording.Doctor(context.Facts, booked.DoctorId)));

    private static ConversationStep Refused(ConversationState state, BookingRefusal reason, ConversationContext context)
    {
        // A hold that ran out while the caller talked: the same opening is held again and confirmed again.
        if (reason is BookingRefusal.HoldExpired && state.Slots.Chosen is { } same && state.Detours + 1 < Ladder.MaxDetours)
        {
            return OpeningSearch.Hold(state with { HoldId = null, Detours = state.Detours + 1 }, same);
        }

        var without = state with { HoldId = null, Slots = state.Slots with { Chosen = null } };
        if (reason is BookingRefusal.AgainstRule)
        {
            return Handover.ToPerson(without, context, TransferReason.ToolFailed, PhraseId.Technical);
        }

        var taken = Phrases.Of(PhraseId.JustTaken);
        return without.Detours + 1 >= Ladder.MaxDetours
            ? Ladder.GiveUp(without, context)
            : ConversationStep.Stay(without with { Detours = without.Detours + 1 }).Do(new Say(taken)).Insist(taken, taken).Then(s => OpeningSearch.Start(s, context));
    }

    private static ConversationStep Saved(ConversationState state) => state.Outcome is CallOutcome.OptedOut
        ? Farewell.Say(state, PhraseId.NoCalls)
        : Farewell.Say(state, PhraseId.CallbackSaved, CallOutcome.CallbackLeft);

    private static ConversationStep Failed(ConversationState state, ConversationContext context) => state.Stage is Stage.SavingCallback
        ? Farewell.Say(state, PhraseId.CallbackFailed, CallOutcome.Failed)
        : Handover.ToPerson(state, context, TransferReason.ToolFailed, PhraseId.Technical);
}
