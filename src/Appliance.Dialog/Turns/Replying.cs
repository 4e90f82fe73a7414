using Appliance.Dialog.Actions;
using Appliance.Dialog.Conversation;
using Appliance.Dialog.Inputs;

namespace Appliance.Dialog.Turns;

/// <summary>Turns what the conversation wants into actions: speech, tools, and what comes when all is said.</summary>
internal static class Replying
{
    /// <summary>Carries out a step of the conversation.</summary>
    public static DialogStep Apply(DialogState state, ConversationStep reply)
    {
        var step = DialogStep.Stay(state with { Conversation = reply.State, LastTurn = state.LastTurn is { } last ? last with { CanBeTakenBack = false } : null });
        foreach (var effect in reply.Effects)
        {
            step = step.Then(s => Carry(s, effect));
        }

        return step.Then(WhenAllIsSaid);
    }

    /// <summary>Carries out what follows from a tool's answer; the turn that asked for it may still be taken back.</summary>
    public static DialogStep Answer(DialogState state, ToolAnswered answer)
    {
        var reply = ToolAnswers.Take(state.Conversation, answer.Call, answer.Result, state.Context);
        var step = Apply(state, reply);
        var undoable = TakingBack.IsPossible(answer.Result) && TakingBack.IsPossible(reply) && state.LastTurn is { CanBeTakenBack: true };
        return undoable ? step with { State = step.State with { LastTurn = state.LastTurn } } : step;
    }

    /// <summary>Says something.</summary>
    public static DialogStep Speak(DialogState state, Say say)
    {
        if (state.Mute || state.CallerGone)
        {
            return DialogStep.Stay(state);
        }

        var id = new SpeechId(state.LastSpeech + 1);
        var (text, news) = UnheardNews.Words(state, say);
        var speaking = state with
        {
            LastSpeech = id.Value,
            Speeches = state.Speeches.Add(new ActiveSpeech(id, text, say.Interruptible, state.Now, news)),
            Transcript = state.Transcript.Add(new TranscriptLine(state.Now, ByAgent: true, text, id)),
            Unheard = say.Interruptible ? [] : state.Unheard,
        };
        var step = Answered(speaking, id, text).Do(new Speak(id, text, say.Interruptible));

        // A caller who is still talking is heard out first.
        return state.Voice.IsSpeaking && state.Utterance is not null ? step.Then(s => Interruption.Begin(s, s.Now)) : step;
    }

    /// <summary>Records the open turn, if there is one, although it has no words for a reply.</summary>
    public static DialogStep Flush(DialogState state) => state.OpenTurn is null
        ? DialogStep.Stay(state)
        : DialogStep.Stay(state with { OpenTurn = null }).Do(new RecordTurn(state.OpenTurn));

    /// <summary>Transfers or ends, if nothing is being said any more.</summary>
    public static DialogStep WhenAllIsSaid(DialogState state)
    {
        if (state.IsAgentTalking)
        {
            return DialogStep.Stay(state);
        }

        return state.AfterSpeech switch
        {
            PutThrough transfer => Flush(state with { AfterSpeech = null, TransferAsked = state.Now }).Do(new TransferToPerson(transfer.Reason, transfer.Summary)),
            End end => HangingUp.Finish(state, end.Outcome),
            _ => DialogStep.Stay(state),
        };
    }

    private static DialogStep Carry(DialogState state, ConversationEffect effect) => effect switch
    {
        Say say => Speak(state, say),
        UseTool use => DialogStep.Stay(use.Call == state.Conversation.Pending ? state with { ToolAsked = state.Now, FillerSaid = false } : state).Do(new CallTool(use.Call, use.Request)),
        EraseRecording => DialogStep.Stay(state).Do(new StopRecording()),
        _ => DialogStep.Stay(state with { AfterSpeech = effect }),
    };

    private static DialogStep Answered(DialogState state, SpeechId speech, string text)
    {
        if (state.OpenTurn is not { } turn)
        {
            return DialogStep.Stay(state);
        }

        var whole = turn with { Reply = speech, ReplyText = text, Timeline = turn.Timeline with { ReplyDecided = state.Now } };
        return DialogStep.Stay(state with { OpenTurn = null }).Do(new RecordTurn(whole));
    }
}
