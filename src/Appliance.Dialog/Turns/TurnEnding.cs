using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Turns;

/// <summary>Silences: recognise at the first, prepare the reply, commit when the pause is long enough for what was said.</summary>
internal static class TurnEnding
{
    /// <summary>A recognition came.</summary>
    public static DialogStep Hear(DialogState state, Recognized result)
    {
        if (state.Utterance is not { } utterance || result.Utterance != utterance.Id || result.Revision > utterance.Revision)
        {
            return DialogStep.Stay(state);
        }

        var final = result.Kind is RecognitionKind.Final;
        if (final ? result.Revision != utterance.FinalRevision : utterance.FinalAnswered is not null)
        {
            return DialogStep.Stay(state);
        }

        var words = result.Verdict is RecognitionVerdict.Speech or RecognitionVerdict.Unsure && result.Text.Any(char.IsLetterOrDigit);
        var garbled = final && result.Verdict is RecognitionVerdict.Repetition;
        var heard = utterance with
        {
            PartialOpen = result.Revision < utterance.Revision && utterance.PartialOpen,
            FinalAnswered = final ? state.Now : utterance.FinalAnswered,
            Text = final || words ? words ? result.Text : "" : utterance.Text,
            Confidence = garbled ? 0 : result.Confidence,
            HasWords = words || garbled || (!final && utterance.HasWords),
        };
        var step = DialogStep.Stay(state with { Utterance = heard });
        var sure = words && (final || result.Verdict is RecognitionVerdict.Speech);
        step = sure ? step.Then(s => Interruption.Words(s, final)) : step;
        return final ? step.Then(Prepare).Then(Settle) : step.Then(Interruption.Judge);
    }

    /// <summary>In a silence: asks for the final recognition, and ends the turn when it is time.</summary>
    public static DialogStep Settle(DialogState state)
    {
        if (state.Utterance is not { } utterance || (state.Voice.IsSpeaking && !utterance.Forced))
        {
            return Interruption.Judge(state);
        }

        var silence = state.SilenceSince(utterance.VoiceEnd);
        if (utterance.FinalRevision == 0)
        {
            return silence >= state.Options.Turns.SpeculationPause && state.Voice.Candidates == 0
                ? Listening.Ask(state, utterance, RecognitionKind.Final).Then(Interruption.Judge)
                : Interruption.Judge(state);
        }

        // Sound after what was recognised: it may be the end of the last word.
        if (state.Voice.LastTrace > utterance.FinalTo && state.Voice.At - state.Voice.LastTrace >= state.Options.Turns.SpeculationPause && !utterance.Forced)
        {
            return Listening.Ask(state, utterance, RecognitionKind.Final).Then(Interruption.Judge);
        }

        if (utterance.FinalAnswered is null)
        {
            return state.Now - utterance.FinalAsked >= state.Options.Turns.RecognitionPatience
                ? Commit(state, utterance with { FinalAnswered = state.Now, Confidence = 0 }, TurnEnd.RecognitionLate)
                : Interruption.Judge(state);
        }

        if (!utterance.HasWords)
        {
            return Nothing(state, utterance);
        }

        if (utterance.Earlier is not null && (utterance.Text.Length == 0 || AnswerTail.AddsNothing(state, utterance)))
        {
            return AnswerTail.Take(state, utterance);
        }

        return state.IsAgentTalking ? WhileAgentTalks(state, utterance) : EndIfPaused(state, utterance, silence);
    }

    /// <summary>Commits an utterance: from here on tools may run.</summary>
    public static DialogStep Commit(DialogState state, CallerUtterance utterance, TurnEnd end)
    {
        var before = state.Conversation;
        var lines = state.Transcript.Count;
        var turn = new Turn
        {
            Number = state.Counters.Turns + 1,
            CallerText = utterance.Text,
            Confidence = utterance.Confidence,
            End = end,
            Stage = before.Stage.ToString(),
            Interrupted = utterance.CutAgent,
            Continues = utterance.Continues,
            Timeline = new TurnTimeline
            {
                SpeechStart = utterance.Start,
                SpeechEnd = utterance.VoiceEnd,
                RecognitionAsked = utterance.FinalAsked,
                RecognitionAnswered = utterance.FinalAnswered ?? state.Now,
                EndpointDecided = state.Now,
                ReplyDecided = state.Now,
            },
        };
        var committed = state with
        {
            Utterance = null,
            Overheard = null,
            Paused = null,
            QuietSince = state.Now,
            Counters = state.Counters with { Turns = turn.Number },
            Transcript = utterance.Text.Length == 0 ? state.Transcript : state.Transcript.Add(new TranscriptLine(utterance.Start, ByAgent: false, utterance.Text)),
        };
        var reply = ConversationMachine.Hear(before, utterance.Text, utterance.Confidence, state.Context);
        return Replying.Flush(committed)
            .Then(s => Replying.Apply(s with { OpenTurn = turn, LastTurn = null }, reply))
            .Then(s => DialogStep.Stay(s with
            {
                LastTurn = new CommittedTurn
                {
                    Start = utterance.Start,
                    End = utterance.VoiceEnd,
                    At = s.Now,
                    Text = utterance.Text,
                    Affirmed = YesNoParser.Parse(WordSplitter.Split(utterance.Text)) == true,
                    Before = before,
                    TranscriptLength = lines,
                    CanBeTakenBack = TakingBack.IsPossible(reply) && utterance.Text.Length > 0,
                },
            }));
    }

    private static DialogStep EndIfPaused(DialogState state, CallerUtterance utterance, TimeSpan silence)
    {
        if (utterance.Forced)
        {
            return Commit(state, utterance, TurnEnd.MaxDuration);
        }

        var (pause, end) = Endpointing.RequiredPause(utterance.Text, state.Context.Listening(state.Conversation), state.Options.Turns);
        if (silence < pause || state.Voice.Candidates > 0 || (silence < state.Options.Turns.NeutralPause && !IsClear(state, utterance)))
        {
            return DialogStep.Stay(state);
        }

        var late = utterance.FinalAnswered == state.Now && silence > pause + VoiceTracker.WindowDuration;
        return Commit(state, utterance, utterance.Waited ? TurnEnd.AgentFinished : late ? TurnEnd.RecognitionLate : end);
    }

    // The pause holds no sound that may belong to a word, and none that was not recognised.
    private static bool IsClear(DialogState state, CallerUtterance utterance) =>
        state.Voice.At - state.Voice.LastTrace >= state.Options.Turns.ClearPause && state.Voice.LastTrace <= utterance.FinalTo;

    // A backchannel is kept in mind, in case it was the answer; anything else waits for the end of what may not be interrupted.
    private static DialogStep WhileAgentTalks(DialogState state, CallerUtterance utterance)
    {
        if (!state.Speeches.All(s => s.Interruptible))
        {
            return DialogStep.Stay(state);
        }

        return Interruption.Resume(state with { Utterance = null, Overheard = AnswerTail.IsAnswer(state, utterance) ? (utterance, state.Now) : null });
    }

    // No words after all: the agent goes on, or asks again what was cut for nothing.
    private static DialogStep Nothing(DialogState state, CallerUtterance utterance)
    {
        var quiet = state with { Utterance = null };
        return utterance.CutAgent && !state.IsAgentTalking && !state.Conversation.IsWaiting
            ? Replying.Apply(quiet, Asking.Again(state.Conversation, state.Context, ""))
            : Interruption.Resume(quiet);
    }

    // The first sentence of the reply is synthesised while it is still open whether the caller is done.
    private static DialogStep Prepare(DialogState state)
    {
        if (state.Utterance is not { HasWords: true, FinalAnswered: not null } utterance || state.IsAgentTalking)
        {
            return DialogStep.Stay(state);
        }

        var reply = ConversationMachine.Hear(state.Conversation, utterance.Text, utterance.Confidence, state.Context);
        var speech = reply.Effects.OfType<Say>().FirstOrDefault();
        return speech is null ? DialogStep.Stay(state) : DialogStep.Stay(state).Do(new PrepareSpeech(Speech.Sentences.First(UnheardNews.Words(state, speech).Text)));
    }
}
