using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Turns;

/// <summary>What time alone brings about.</summary>
internal static class Patience
{
    /// <summary>Time has passed.</summary>
    public static DialogStep Tick(DialogState state)
    {
        if (state.CallerGone)
        {
            return state.Now - state.ToolAsked >= state.Options.Turns.ToolPatience ? HangingUp.Finish(state, CallOutcome.Abandoned) : DialogStep.Stay(state);
        }

        var step = TurnEnding.Settle(state);
        step = step.Then(Speeches);
        return step.State.Ended ? step : step.Then(Waiting);
    }

    // Playback that never reports its end is taken as ended.
    private static DialogStep Speeches(DialogState state)
    {
        if (!state.IsAgentTalking || state.Now - state.Speeches[^1].Since < state.Options.Turns.PlaybackPatience)
        {
            return DialogStep.Stay(state);
        }

        return Replying.WhenAllIsSaid(state with { Speeches = [], Paused = null, QuietSince = state.Now });
    }

    private static DialogStep Waiting(DialogState state)
    {
        var options = state.Options.Turns;
        var talk = state.Conversation;
        if (talk.Pending is { } call)
        {
            return Tool(state, call);
        }

        if (state.TransferAsked is { } asked)
        {
            return state.Now - asked >= options.TransferPatience ? Nobody(state) : DialogStep.Stay(state);
        }

        if (state.Keys.Length > 0)
        {
            return state.Now - state.KeysAt >= options.KeyPause ? KeyPad.Commit(state) : DialogStep.Stay(state);
        }

        if (state.Now >= options.MaxCall && !state.ToldTooLong)
        {
            return Replying.Apply(state with { ToldTooLong = true }, ConversationMachine.Fail(talk, TransferReason.CallTooLong, state.Context));
        }

        var patience = talk.OnHold ? options.HoldOnPatience : options.SilencePrompt;
        var silent = !state.IsAgentTalking && state.Utterance is null && state.Now - state.QuietSince >= patience;
        return silent ? Silence(state) : DialogStep.Stay(state);
    }

    /// <summary>Nobody took the transfer.</summary>
    public static DialogStep Nobody(DialogState state) => state.Conversation.Stage is Stage.Transferring
        ? Replying.Apply(state with { TransferAsked = null, AfterSpeech = null, QuietSince = state.Now }, Handover.Nobody(state.Conversation, state.Context))
        : DialogStep.Stay(state);

    private static DialogStep Tool(DialogState state, ToolCallId call)
    {
        var late = state.Now - state.ToolAsked;
        if (late >= state.Options.Turns.ToolPatience)
        {
            return Replying.Apply(state, ToolAnswers.Take(state.Conversation, call, new ToolFailed(ToolFailure.Late), state.Context));
        }

        return late >= state.Options.Turns.ToolFiller && !state.FillerSaid && !state.IsAgentTalking
            ? Replying.Speak(state with { FillerSaid = true }, new Say(Phrases.Of(PhraseId.OneMoment)))
            : DialogStep.Stay(state);
    }

    private static DialogStep Silence(DialogState state)
    {
        var turn = new Turn
        {
            Number = state.Counters.Turns + 1,
            CallerText = "",
            Confidence = 1,
            End = TurnEnd.Silence,
            Stage = state.Conversation.Stage.ToString(),
            Timeline = new TurnTimeline
            {
                SpeechStart = state.QuietSince,
                SpeechEnd = state.QuietSince,
                RecognitionAsked = state.Now,
                RecognitionAnswered = state.Now,
                EndpointDecided = state.Now,
                ReplyDecided = state.Now,
            },
        };
        var counted = state with { QuietSince = state.Now, Counters = state.Counters with { Turns = turn.Number } };
        return Replying.Flush(counted)
            .Then(s => Replying.Apply(s with { OpenTurn = turn }, ConversationMachine.HearNothing(s.Conversation, s.Context)));
    }
}
