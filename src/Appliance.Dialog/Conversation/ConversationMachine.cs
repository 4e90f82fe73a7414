using Appliance.Dialog.Actions;
using Appliance.Dialog.Tools;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>The clinic's conversation, turn by turn, without time or sound. Pure.</summary>
internal static class ConversationMachine
{
    /// <summary>Greets: who speaks, that it is a machine, that it may record.</summary>
    public static ConversationStep Greet(ConversationState state, ConversationContext context)
    {
        var id = context.Options.RecordingNotice ? PhraseId.Greeting : PhraseId.GreetingUnrecorded;
        var text = Phrases.Of(id, 0, ("clinic", context.Facts.ClinicName));
        return ConversationStep.Stay(state with { LastQuestion = Phrases.Of(PhraseId.AskIntent) }).Do(new Say(text, context.Options.GreetingInterruptible));
    }

    /// <summary>The caller said something.</summary>
    public static ConversationStep Hear(ConversationState state, string text, float confidence, ConversationContext context)
    {
        var heard = RuleUnderstanding.Read(text, context.Listening(state));
        var listening = state with { Silences = 0, OnHold = false };
        if (heard.Guard is not Guard.None && state.Stage is not Stage.Transferring)
        {
            return GuardReplies.Reply(listening, heard.Guard, context);
        }

        if (state.IsWaiting || state.Stage is Stage.Transferring)
        {
            return WhileWaiting(listening, heard, context);
        }

        if (heard.Words.IsEmpty || confidence < context.Options.MinConfidence)
        {
            return Ladder.Miss(listening, context);
        }

        return Manners(listening, heard, context) ?? Answer(listening, heard, context);
    }

    /// <summary>The caller keyed digits.</summary>
    public static ConversationStep HearKeys(ConversationState state, string digits, ConversationContext context)
    {
        var listening = state with { Silences = 0, OnHold = false };
        if (digits is "0" && state.Stage is not Stage.Transferring)
        {
            return GuardReplies.Reply(listening, Guard.Person, context);
        }

        if (state.IsWaiting || state.Stage is Stage.Transferring)
        {
            return ConversationStep.Stay(listening);
        }

        return digits is "*"
            ? Asking.Again(listening, context, "")
            : Progress(StageTable.Of(state.Stage).Keys(listening, digits, context), listening) ?? Ladder.Miss(listening, context);
    }

    /// <summary>The caller was silent for long.</summary>
    public static ConversationStep HearNothing(ConversationState state, ConversationContext context)
    {
        if (state.IsWaiting || state.Stage is Stage.Transferring or Stage.Closing)
        {
            return ConversationStep.Stay(state);
        }

        var silent = state with { Silences = state.Silences + 1, OnHold = false };
        if (silent.Silences >= context.Options.MaxSilences)
        {
            return Farewell.Say(silent, PhraseId.GoodbyeSilent, CallOutcome.NoInput);
        }

        var lead = Phrases.Of(silent.Silences == 1 ? PhraseId.StillThere : PhraseId.CannotHear);
        return ConversationStep.Stay(silent).Ask(state.Stage, lead, silent.LastQuestion);
    }

    /// <summary>An engine is lost, or the call takes too long: people take over.</summary>
    public static ConversationStep Fail(ConversationState state, TransferReason reason, ConversationContext context) =>
        state.Stage is Stage.Transferring or Stage.Closing or Stage.SavingCallback
            ? ConversationStep.Stay(state)
            : state.NobodyThere
                ? CallbackPath.Save(state with { CallbackReason = state.CallbackReason ?? "The assistant failed" }, context)
                : Handover.ToPerson(state, context, reason, reason is TransferReason.CallTooLong ? PhraseId.TooLong : PhraseId.Technical);

    /// <summary>Only part of what the agent said was heard: a confirmation cut before its end was not given.</summary>
    public static ConversationState CutShort(ConversationState state, string heardText)
    {
        var details = state.LastQuestion;
        var end = details.LastIndexOf('.') is > 0 and var dot ? details[..dot] : details;
        return state.Stage is Stage.Confirm && !heardText.Contains(end, StringComparison.Ordinal) ? state with { ConfirmationHeard = false } : state;
    }

    // A correction while something is looked up starts the look-up anew; the answer under way becomes stale.
    private static ConversationStep WhileWaiting(ConversationState state, Understood heard, ConversationContext context)
    {
        if (state.Stage is not (Stage.Searching or Stage.Holding))
        {
            return ConversationStep.Stay(state);
        }

        var (updated, change) = SlotUpdates.Apply(state, heard);
        return (change & (SlotChange.When | SlotChange.Doctor)) == SlotChange.None
            ? ConversationStep.Stay(state)
            : BookingPath.Next(updated with { Pending = null, Misses = 0 }, context, "");
    }

    private static ConversationStep? Manners(ConversationState state, Understood heard, ConversationContext context)
    {
        if (heard.Has(Manner.Repeat) && heard.YesNo is null)
        {
            return Asking.Again(state, context, state.Stage is Stage.AnythingElse ? state.LastNews : "");
        }

        if (heard.Has(Manner.HoldOn) && heard.Words.Length <= 8 && heard.Day is null && heard.Time is null && heard.Intent is CallerIntent.None)
        {
            return ConversationStep.Stay(state with { OnHold = true }).Do(new Say(Phrases.Of(PhraseId.TakeYourTime)));
        }

        if (heard.Intent is CallerIntent.WrongNumber && state.Stage is Stage.Intent)
        {
            return Farewell.Say(state, PhraseId.WrongNumber);
        }

        if (OtherMatters.Answer(heard, context) is { } answer)
        {
            return Besides(state, heard, context, answer) ?? Asking.Again(state, context, answer);
        }

        return heard.Has(Manner.Done) && heard.YesNo != true && state.Stage is not Stage.AnythingElse ? Drop(state, context) : null;
    }

    // "I need a checkup. Which doctors do you have?" wants both.
    private static ConversationStep? Besides(ConversationState state, Understood heard, ConversationContext context, string answer)
    {
        var (updated, change) = SlotUpdates.Apply(state, heard);
        var books = heard.Intent is CallerIntent.WhichDoctors && ((change & SlotChange.Reason) != SlotChange.None || heard.Words.HasAny("appointment", "book"));
        return books && state.Stage is Stage.Intent
            ? BookingPath.Next(updated with { Misses = 0, Slots = updated.Slots with { WantsBooking = true } }, context, answer)
            : null;
    }

    // "Never mind": nothing is booked, the patient stays known.
    private static ConversationStep Drop(ConversationState state, ConversationContext context)
    {
        if (state.Stage is Stage.Intent or Stage.Closing || state.Detours + 1 >= Ladder.MaxDetours)
        {
            return Farewell.Say(state);
        }

        var slots = state.Slots with { WantsBooking = false, Chosen = null, Day = null, Time = null, Reason = null, VisitTypeId = null };
        return ConversationStep.Stay(state with { Slots = slots, CallbackReason = null, Detours = state.Detours + 1 })
            .Release()
            .Then(s => Asking.Ask(s, context, Stage.AnythingElse, Phrases.Of(PhraseId.GotIt)));
    }

    private static ConversationStep Answer(ConversationState state, Understood heard, ConversationContext context)
    {
        var (updated, change) = SlotUpdates.Apply(state, heard);
        var stage = StageTable.Of(state.Stage);
        if (Progress(stage.Hear(updated, heard, change, context), updated) is { } step)
        {
            return step;
        }

        if (change is not SlotChange.None)
        {
            return BookingPath.Next(updated with { Misses = 0, Detours = state.Detours + 1 }, context, Phrases.Of(PhraseId.GotIt));
        }

        if (heard.Doctor is { Unknown: not null })
        {
            return Ladder.Miss(state, context, Phrases.Of(PhraseId.UnknownDoctor, 0, ("doctors", Wording.Doctors(context.Facts))));
        }

        if (heard.Has(Manner.Goodbye))
        {
            return Farewell.Say(state);
        }

        if (heard.Has(Manner.Hello) && heard.Words.Length <= 3)
        {
            return Asking.Again(state, context, "");
        }

        return Ladder.Miss(state, context, heard.Has(Manner.Upset) ? Phrases.Of(PhraseId.Sorry) : null);
    }

    // An answer that led on ends the row of misses; the ladder itself counts its own.
    private static ConversationStep? Progress(ConversationStep? step, ConversationState before) =>
        step is not null && step.State.Misses == before.Misses ? step with { State = step.State with { Misses = 0 } } : step;
}
