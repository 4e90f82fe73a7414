using System.Collections.Immutable;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Turns;

/// <summary>Voice right after a turn was committed: the rest of the answer ("Yes" … "that's right"), its last consonant, or a breath.</summary>
internal static class AnswerTail
{
    /// <summary>Whether the words only agree, with the turn before or with news that has to be heard: no new turn, and nothing to take back.</summary>
    public static bool AddsNothing(DialogState state, CallerUtterance utterance)
    {
        var hasNews = state.Speeches.Any(s => !s.News.IsEmpty);
        if (utterance.Earlier is not { } earlier)
        {
            return hasNews && Affirmation.Is(utterance.Text);
        }

        var rest = Rest(earlier, utterance.Text);
        return rest switch
        {
            { } more when Affirmation.IsPolite(more.AsSpan()) => true,
            null => earlier.Affirmed && Affirmation.Is(utterance.Text),
            _ => (earlier.Affirmed || hasNews) && Affirmation.Is(string.Join(' ', rest.Value.Select(w => w.Raw))),
        };
    }

    /// <summary>Whether so little was heard beyond the turn before that the final recognition has to tell.</summary>
    public static bool IsUnclear(CallerUtterance utterance, bool final) =>
        !final && utterance.Earlier is { } earlier && WordSplitter.Split(utterance.Text).Length < WordSplitter.Split(earlier.Text).Length + 2;

    /// <summary>Writes down what was added and goes on.</summary>
    public static DialogStep Take(DialogState state, CallerUtterance tail)
    {
        var rest = tail.Earlier is { } earlier ? Rest(earlier, tail.Text) : null;
        var quiet = state with { Utterance = null };
        if (rest is { IsEmpty: true })
        {
            return Interruption.Resume(quiet);
        }

        var line = string.Join(' ', (rest ?? []).Select(w => w.Raw));
        return Interruption.Resume(quiet with
        {
            Transcript = line.Length == 0 ? state.Transcript : state.Transcript.Add(new TranscriptLine(tail.Start, ByAgent: false, line)),
            Counters = state.Counters with { PrematureCutoffs = state.Counters.PrematureCutoffs + 1 },
        });
    }

    /// <summary>Whether an "okay" over the agent's last words could be the answer to them. To an open question it is none, but "thank you" is.</summary>
    public static bool IsAnswer(DialogState state, CallerUtterance utterance)
    {
        var context = state.Context.Listening(state.Conversation);
        return context.Expects is not Expectation.Intent || RuleUnderstanding.Read(utterance.Text, context).Has(Manner.Thanks | Manner.Goodbye | Manner.Done);
    }

    // The words after those of the turn before; null where these are no longer the same.
    private static ImmutableArray<Word>? Rest(CommittedTurn earlier, string text)
    {
        var before = WordSplitter.Split(earlier.Text);
        var words = WordSplitter.Split(text);
        return words.Length >= before.Length && words.Take(before.Length).Select(w => w.Text).SequenceEqual(before.Select(w => w.Text), StringComparer.Ordinal)
            ? words[before.Length..]
            : null;
    }
}
