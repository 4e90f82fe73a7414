using Appliance.Dialog.Actions;
using Appliance.Dialog.Inputs;

namespace Appliance.Dialog.Turns;

/// <summary>Follows the caller's voice: when an utterance begins, grows, pauses, and what of it is recognised when.</summary>
internal static class Listening
{
    /// <summary>A window of the voice detector.</summary>
    public static DialogStep Hear(DialogState state, VoiceWindow window)
    {
        if (window.At <= state.Voice.At)
        {
            return DialogStep.Stay(state);
        }

        var voice = state.Voice.Next(window.At, window.Probability, state.Options.Turns);
        var onset = voice.IsSpeaking && !state.Voice.IsSpeaking;
        var step = DialogStep.Stay(state with { Voice = voice });
        step = onset ? step.Then(Begin) : step;
        return step.State.Utterance is null ? step : step.Then(voice.IsSpeaking ? Grow : TurnEnding.Settle);
    }

    /// <summary>Asks for a recognition of the utterance up to now.</summary>
    public static DialogStep Ask(DialogState state, CallerUtterance utterance, RecognitionKind kind)
    {
        var revision = utterance.Revision + 1;
        var from = (utterance.Earlier?.Start ?? utterance.Start) - state.Options.Turns.PreRoll;
        from = utterance.Earlier is null && from < utterance.NotBefore ? utterance.NotBefore : from;
        var asked = utterance with { Revision = revision };
        asked = kind is RecognitionKind.Final
            ? asked with { FinalRevision = revision, FinalTo = state.Voice.At, FinalAsked = state.Now, FinalAnswered = null, PartialOpen = false }
            : asked with { PartialAsked = state.Voice.At, PartialOpen = true };
        return DialogStep.Stay(state with { Utterance = asked })
            .Do(new Recognize(utterance.Id, revision, from > TimeSpan.Zero ? from : TimeSpan.Zero, state.Voice.At, kind));
    }

    private static DialogStep Begin(DialogState state)
    {
        if (state.Utterance is { } growing)
        {
            return DialogStep.Stay(GoOn(state, growing));
        }

        var onset = state.Voice.Onset;
        var earlier = state.LastTurn is { } last && onset - last.At <= state.Options.Turns.ReopenWindow ? last : null;
        var id = new UtteranceId(state.LastUtterance + 1);
        var begun = state with
        {
            LastUtterance = id.Value,
            Utterance = new CallerUtterance { Id = id, Start = onset, VoiceEnd = state.Voice.At, Earlier = earlier, Waited = state.Speeches.Any(s => !s.Interruptible) },
        };
        return Interruption.Begin(begun, onset);
    }

    // Speech goes on after a pause: what was recognised in the pause is worth nothing.
    private static DialogState GoOn(DialogState state, CallerUtterance utterance) => utterance.FinalRevision == 0
        ? state
        : state with
        {
            Utterance = utterance with { FinalRevision = 0, FinalAnswered = null },
            Counters = state.Counters with { DiscardedSpeculations = state.Counters.DiscardedSpeculations + 1 },
        };

    private static DialogStep Grow(DialogState state)
    {
        var options = state.Options.Turns;
        var utterance = state.Utterance! with { VoiceEnd = state.Voice.At };
        state = state with { Utterance = utterance };
        if (utterance.VoiceEnd - utterance.Start >= options.MaxTurn && !utterance.Forced)
        {
            return Ask(state, utterance with { Forced = true }, RecognitionKind.Final);
        }

        var wait = state.IsAgentTalking && utterance.PartialAsked is null ? options.FirstPartialOnInterruption : options.PartialInterval;
        var since = state.Voice.At - (utterance.PartialAsked ?? utterance.Start);

        // A partial may be dropped under load: an unanswered one is not waited for forever.
        var due = since >= wait && (!utterance.PartialOpen || since >= options.InterruptionPatience) && !utterance.Forced;
        return (due ? Ask(state, utterance, RecognitionKind.Partial) : DialogStep.Stay(state)).Then(Interruption.Judge);
    }
}
