using Appliance.Dialog.Conversation;
using Appliance.Dialog.Inputs;

namespace Appliance.Dialog.Turns;

/// <summary>Telephone keys: at any time an answer; several where a number is expected.</summary>
internal static class KeyPad
{
    /// <summary>A key.</summary>
    public static DialogStep Press(DialogState state, DigitPressed pressed)
    {
        if (!char.IsAsciiDigit(pressed.Digit) && pressed.Digit is not ('*' or '#'))
        {
            return DialogStep.Stay(state);
        }

        var stage = state.Conversation.Stage;
        var quiet = state with { Utterance = null, KeysAt = state.Now, QuietSince = state.Now };
        var step = state.Speeches.All(s => s.Interruptible) ? Interruption.Cut(quiet) : DialogStep.Stay(quiet);
        if (stage is not (Stage.Phone or Stage.BirthDate))
        {
            return pressed.Digit is '#' ? step : step.Then(s => Commit(s with { Keys = pressed.Digit.ToString() }));
        }

        return pressed.Digit switch
        {
            '#' => step.Then(Commit),
            '*' when state.Keys.Length > 0 => step.Then(s => DialogStep.Stay(s with { Keys = "" })),
            _ => step.Then(s => Collect(s, stage, pressed.Digit)),
        };
    }

    /// <summary>The keys so far are all there are.</summary>
    public static DialogStep Commit(DialogState state)
    {
        if (state.Keys.Length == 0)
        {
            return DialogStep.Stay(state);
        }

        var keys = state.Keys;
        var turn = new Turn
        {
            Number = state.Counters.Turns + 1,
            CallerText = keys,
            Confidence = 1,
            End = TurnEnd.Keys,
            Stage = state.Conversation.Stage.ToString(),
            Timeline = new TurnTimeline
            {
                SpeechStart = state.KeysAt,
                SpeechEnd = state.KeysAt,
                RecognitionAsked = state.KeysAt,
                RecognitionAnswered = state.KeysAt,
                EndpointDecided = state.Now,
                ReplyDecided = state.Now,
            },
        };
        var committed = state with
        {
            Keys = "",
            QuietSince = state.Now,
            Counters = state.Counters with { Turns = turn.Number },
            Transcript = state.Transcript.Add(new TranscriptLine(state.KeysAt, ByAgent: false, $"[keys {keys}]")),
        };
        return Replying.Flush(committed)
            .Then(s => Replying.Apply(s with { OpenTurn = turn }, ConversationMachine.HearKeys(s.Conversation, keys, s.Context)));
    }

    private static DialogStep Collect(DialogState state, Stage stage, char digit)
    {
        var keys = state.Keys + digit;
        var whole = stage is Stage.BirthDate ? 8 : keys[0] == '1' ? 11 : 10;
        var collected = state with { Keys = keys };
        return keys.Length >= whole ? Commit(collected) : DialogStep.Stay(collected);
    }
}
