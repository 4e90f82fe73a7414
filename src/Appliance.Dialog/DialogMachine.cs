using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Facts;
using Appliance.Dialog.Inputs;
using Appliance.Dialog.Turns;

namespace Appliance.Dialog;

/// <summary>
/// The dialog of one call: turn-taking, understanding and the clinic's conversation as one pure function.
/// No clock, no I/O, no randomness: the same inputs give the same actions, live, in tests and in replay.
/// </summary>
public static class DialogMachine
{
    /// <summary>The state before the first input, <see cref="CallAnswered"/>.</summary>
    public static DialogState Start(ClinicFacts facts, DialogOptions options) => new() { Facts = facts, Options = options };

    /// <summary>
    /// What follows from an input. Never throws for any input; an id it does not know is ignored.
    /// After <see cref="CallerHungUp"/> keep giving <see cref="ToolAnswered"/> and <see cref="Tick"/> until <see cref="HangUp"/> is asked for.
    /// </summary>
    public static DialogStep Next(DialogState state, DialogInput input)
    {
        var now = state with { Now = input.At > state.Now ? input.At : state.Now };
        if (state.Ended)
        {
            return DialogStep.Stay(now);
        }

        if (state.CallerGone)
        {
            return input switch
            {
                ToolAnswered answer => HangingUp.Late(now, answer.Call, answer.Result),
                Tick => Patience.Tick(now),
                _ => DialogStep.Stay(now),
            };
        }

        return input switch
        {
            CallAnswered => Replying.Apply(now with { QuietSince = now.Now }, ConversationMachine.Greet(now.Conversation, now.Context)),
            VoiceWindow window => Listening.Hear(now, window),
            Recognized result => TurnEnding.Hear(now, result),
            DigitPressed digit => KeyPad.Press(now, digit),
            PlaybackEnded ended => Playback.Ended(now, ended),
            PlaybackCut cut => Playback.Cut(now, cut),
            ToolAnswered answer => Replying.Answer(now, answer),
            TransferUnavailable => Patience.Nobody(now),
            TransferCompleted => TransferDone(now),
            EngineFailed failed => Fail(now, failed.Stage),
            CallerHungUp => HangingUp.CallerGone(now),
            Tick => Patience.Tick(now),
            _ => DialogStep.Stay(now),
        };
    }

    private static DialogStep TransferDone(DialogState state) => state.Conversation.Stage is Stage.Transferring
        ? Replying.Apply(state with { TransferAsked = null, AfterSpeech = null }, Handover.Done(state.Conversation))
        : DialogStep.Stay(state);

    // Without a voice nothing can be announced: put through at once.
    private static DialogStep Fail(DialogState state, EngineStage stage)
    {
        var failing = stage is EngineStage.Synthesis ? state with { Mute = true, Speeches = [], Paused = null } : state with { Utterance = null };
        var step = Replying.Apply(failing, ConversationMachine.Fail(failing.Conversation, TransferReason.EngineFailed, failing.Context));
        return step.State.Ended ? step : step.Then(Replying.WhenAllIsSaid);
    }
}
