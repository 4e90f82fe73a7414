using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;

namespace Appliance.Dialog.Turns;

/// <summary>The caller's voice while the agent talks: pause at once, go on after a cough, stop for words.</summary>
internal static class Interruption
{
    /// <summary>A voice over the agent: pauses the agent if it may be interrupted.</summary>
    public static DialogStep Begin(DialogState state, TimeSpan since) =>
        state.IsAgentTalking && state.Paused is null && state.Speeches.All(s => s.Interruptible)
            ? DialogStep.Stay(state with { Paused = since }).Do(new PausePlayback())
            : DialogStep.Stay(state);

    /// <summary>Lets the agent go on when no words came in time.</summary>
    public static DialogStep Judge(DialogState state)
    {
        if (state.Paused is not { } since)
        {
            return DialogStep.Stay(state);
        }

        var utterance = state.Utterance;
        if (utterance is null)
        {
            return Resume(state);
        }

        var waited = state.Now - since;
        var open = utterance.PartialOpen || (utterance.FinalRevision > 0 && utterance.FinalAnswered is null);
        var patience = open || utterance.HasWords ? state.Options.Turns.InterruptionPatience : state.Options.Turns.FalseInterruption;
        return waited >= patience ? Resume(state with { Utterance = utterance with { Resumed = true } }) : DialogStep.Stay(state);
    }

    /// <summary>The agent goes on where it stopped; counted as a false interruption.</summary>
    public static DialogStep Resume(DialogState state) => state.Paused is null
        ? DialogStep.Stay(state)
        : DialogStep.Stay(state with { Paused = null, Counters = state.Counters with { FalseInterruptions = state.Counters.FalseInterruptions + 1 } })
            .Do(new ResumePlayback());

    /// <summary>Words were recognised: the agent stops for good, unless they are a backchannel or it may not be interrupted.</summary>
    public static DialogStep Words(DialogState state, bool final)
    {
        var utterance = state.Utterance!;
        if (AnswerTail.AddsNothing(state, utterance) || AnswerTail.IsUnclear(utterance, final))
        {
            return DialogStep.Stay(state);
        }

        if (utterance.Earlier is not null)
        {
            return Reopen(state, utterance);
        }

        var expects = state.Context.Listening(state.Conversation).Expects;
        var stops = state.IsAgentTalking && state.Speeches.All(s => s.Interruptible) && !Backchannel.Is(utterance.Text, expects);
        return stops ? Cut(state with { Utterance = utterance with { CutAgent = true } }) : DialogStep.Stay(state);
    }

    /// <summary>Drops everything the agent has to say, a goodbye included.</summary>
    public static DialogStep Cut(DialogState state)
    {
        if (!state.IsAgentTalking)
        {
            return DialogStep.Stay(state);
        }

        var cut = state with
        {
            Speeches = [],
            Unheard = UnheardNews.Keep(state, state.Speeches),
            Paused = null,
            AfterSpeech = state.AfterSpeech is End ? null : state.AfterSpeech,
            Counters = state.Counters with { Interruptions = state.Counters.Interruptions + 1 },
        };
        return DialogStep.Stay(cut).Do(new CutPlayback());
    }

    // The turn was ended too early: it is taken back, and goes on as one with what followed. One that cannot be taken back is left alone,
    // and what followed is recognised for itself.
    private static DialogStep Reopen(DialogState state, CallerUtterance utterance)
    {
        var earlier = utterance.Earlier!;
        var counters = state.Counters with { PrematureCutoffs = state.Counters.PrematureCutoffs + 1 };
        if (!TakingBack.IsPossible(state, earlier))
        {
            var own = utterance with { Earlier = null, NotBefore = earlier.End, Text = "", HasWords = false, FinalRevision = 0, FinalAnswered = null, PartialOpen = false, PartialAsked = null };
            return DialogStep.Stay(state with { Counters = counters, LastTurn = null, Utterance = own });
        }

        var merged = utterance with { Earlier = null, Start = earlier.Start, Continues = true };
        var cut = Cut(state with { Utterance = merged });
        return (cut with { State = cut.State with { Counters = counters } }).Then(s => TakingBack.Take(s, earlier));
    }
}
