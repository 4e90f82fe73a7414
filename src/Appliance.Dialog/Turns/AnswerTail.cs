using Appliance.Dialog.Conversation;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Turns;

/// <summary>The rest of an answer that came after its turn was committed: "Yes" … "that's right".</summary>
internal static class AnswerTail
{
    /// <summary>Whether the words only agree, with the turn before or with news that has to be heard: no new turn, and nothing to take back.</summary>
    public static bool AddsNothing(DialogState state, CallerUtterance utterance) =>
        Affirmation.Is(utterance.Text) && (utterance.Earlier is { Affirmed: true } || state.Speeches.Any(s => !s.News.IsEmpty));

    /// <summary>Writes it down and goes on.</summary>
    public static DialogStep Take(DialogState state, CallerUtterance tail) => Interruption.Resume(state with
    {
        Utterance = null,
        Transcript = state.Transcript.Add(new TranscriptLine(tail.Start, ByAgent: false, tail.Text)),
        Counters = state.Counters with { PrematureCutoffs = state.Counters.PrematureCutoffs + 1 },
    });

    /// <summary>Whether an "okay" over the agent's last words could be the answer to them. To an open question it is none, but "thank you" is.</summary>
    public static bool IsAnswer(DialogState state, CallerUtterance utterance)
    {
        var heard = RuleUnderstanding.Read(utterance.Text, state.Context.Listening(state.Conversation));
        return StageTable.Of(state.Conversation.Stage).Expects is not Expectation.Intent
            || heard.Has(Manner.Thanks | Manner.Goodbye | Manner.Done);
    }
}
