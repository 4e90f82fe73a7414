using Appliance.Dialog.Conversation;
using Appliance.Dialog.Inputs;

namespace Appliance.Dialog.Turns;

/// <summary>Follows what the caller heard of the agent.</summary>
internal static class Playback
{
    /// <summary>A speech ended: the caller's turn, or the transfer or end that waited for it.</summary>
    public static DialogStep Ended(DialogState state, PlaybackEnded ended)
    {
        if (!state.Speeches.Any(s => s.Id == ended.Speech))
        {
            return DialogStep.Stay(state);
        }

        var rest = state with { Speeches = state.Speeches.RemoveAll(s => s.Id == ended.Speech), QuietSince = state.Now };
        return rest.IsAgentTalking ? DialogStep.Stay(rest) : AllEnded(rest with { Paused = null });
    }

    /// <summary>A speech was cut: history keeps exactly what was heard.</summary>
    public static DialogStep Cut(DialogState state, PlaybackCut cut)
    {
        var heard = state with
        {
            Speeches = state.Speeches.RemoveAll(s => s.Id == cut.Speech),
            Transcript = Transcripts.Shorten(state.Transcript, cut.Speech, cut.HeardText),
            Unheard = UnheardNews.Heard(UnheardNews.Keep(state, state.Speeches.Where(s => s.Id == cut.Speech)), cut.Speech, cut.HeardText),
            Conversation = cut.Speech.Value == state.LastSpeech ? ConversationMachine.CutShort(state.Conversation, cut.HeardText) : state.Conversation,
        };
        return heard.IsAgentTalking || !state.IsAgentTalking ? DialogStep.Stay(heard) : AllEnded(heard with { Paused = null, QuietSince = state.Now });
    }

    private static DialogStep AllEnded(DialogState state)
    {
        if (state.Overheard is { } overheard && state.AfterSpeech is null && state.Utterance is null && state.Now - overheard.At <= state.Options.Turns.BackchannelMemory)
        {
            return TurnEnding.Commit(state, overheard.Utterance, TurnEnd.AgentFinished);
        }

        var step = Replying.WhenAllIsSaid(state with { Overheard = null });
        return step.State.Ended ? step : step.Then(TurnEnding.Settle);
    }
}
