using System.Collections.Immutable;
using Appliance.Cli.Calling.Listening;
using Appliance.Dialog.Conversation;

namespace Appliance.Cli.Calling.Scripts;

/// <summary>
/// Which line a caller says next, given what the agent was heard to say. The order of the script rules; what was heard only
/// moves the caller off it where it is nearly certain, because the recogniser mishears many of the agent's sentences. Pure.
/// </summary>
public static class LineChooser
{
    private const double Expected = 0.7;
    private const double Margin = 0.35;
    private const int MostTimes = 3;

    /// <summary>What the agent says last before it hangs up.</summary>
    private static readonly ImmutableArray<PhraseId> Ends =
        [PhraseId.Goodbye, PhraseId.GoodbyeSilent, PhraseId.CallbackSaved, PhraseId.CallbackFailed, PhraseId.NoCalls, PhraseId.WrongNumber, PhraseId.EmergencyNobody];

    /// <summary>What it says before it goes on by itself.</summary>
    private static readonly ImmutableArray<PhraseId> Pauses =
        [PhraseId.OneMoment, PhraseId.Transfer, PhraseId.Emergency, PhraseId.NotRecorded, PhraseId.Technical, PhraseId.TooLong, PhraseId.TakeYourTime];

    /// <summary>The agent has finished.</summary>
    /// <param name="script">The caller's.</param>
    /// <param name="progress">How far the caller is.</param>
    /// <param name="heard">What the agent said.</param>
    /// <param name="late">Whether the agent spoke only long after the caller's line: it did not hear it.</param>
    public static CallerMove Next(CallerScript script, ScriptProgress progress, AgentHeard heard, bool late)
    {
        if (heard.EndsWith(Ends))
        {
            return new CallerMove.AwaitEnd();
        }

        if (Exception(script, progress, heard) is { } exception)
        {
            return Say(exception);
        }

        var next = NextInOrder(script, progress.Cursor);
        if (next is { } due && IsAskedFor(script.Lines[due], heard))
        {
            return Say(due);
        }

        if (heard.EndsWith(Pauses))
        {
            return new CallerMove.KeepListening();
        }

        if (progress.Last is { } last && (late || heard.AsksAgain) && progress.TimesSaid(last) < MostTimes)
        {
            return Say(last);
        }

        return Keyed(script, progress, heard, next) is { } keyed ? Say(keyed) : InOrder(script, progress);
    }

    /// <summary>The agent has gone silent without a new thing to answer: the script goes on.</summary>
    public static CallerMove InOrder(CallerScript script, ScriptProgress progress) =>
        NextInOrder(script, progress.Cursor) is { } next ? Say(next) : new CallerMove.AwaitEnd();

    /// <summary>The line that interrupts the agent's next speech; null when the caller waits for its end.</summary>
    public static int? Interrupting(CallerScript script, ScriptProgress progress) =>
        NextInOrder(script, progress.Cursor) is { } next && script.Lines[next].InterruptAfter is not null ? next : null;

    /// <summary>How far the caller is after saying a line.</summary>
    public static ScriptProgress After(CallerScript script, ScriptProgress progress, int line) => progress with
    {
        Last = line,
        Said = progress.Said.Add(line),
        Cursor = script.Lines[line].Optional ? progress.Cursor : Math.Max(progress.Cursor, line + 1),
    };

    /// <summary>Whether all lines were said or passed over.</summary>
    public static bool IsThrough(CallerScript script, ScriptProgress progress) => NextInOrder(script, progress.Cursor) is null;

    private static CallerMove.Say Say(int line) => new(line);

    private static int? NextInOrder(CallerScript script, int cursor)
    {
        for (var i = cursor; i < script.Lines.Length; i++)
        {
            if (!script.Lines[i].Optional)
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsAskedFor(ScriptLine line, AgentHeard heard) =>
        heard.Matches(line.When) || heard.SimilarityOf(line.On) >= Expected;

    // An optional line with a pattern is there for just what the pattern finds; values are only right in the whole speech.
    private static int? Exception(CallerScript script, ScriptProgress progress, AgentHeard heard) => Enumerable.Range(0, script.Lines.Length)
        .Where(i => script.Lines[i].Optional && script.Lines[i].When?.IsMatch(heard.Text) == true && progress.TimesSaid(i) < MostTimes)
        .Select(i => (int?)i).FirstOrDefault();

    // Off the order: lines ahead before lines behind, near ones first.
    private static int? Keyed(CallerScript script, ScriptProgress progress, AgentHeard heard, int? next)
    {
        if (next is { } due && heard.SimilarityOf(script.Lines[due].On) >= AgentWords.Certain - Margin)
        {
            return null;
        }

        return Enumerable.Range(0, script.Lines.Length)
            .Where(i => i != next && progress.TimesSaid(i) < MostTimes && script.Lines[i].On.Intersect(heard.Agreed).Any())
            .OrderBy(i => i < progress.Cursor && !script.Lines[i].Optional).ThenBy(i => Math.Abs(i - progress.Cursor))
            .Select(i => (int?)i).FirstOrDefault();
    }

}
