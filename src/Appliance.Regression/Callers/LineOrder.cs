using System.Collections.Immutable;
using Appliance.Dialog.Conversation;
using Appliance.Regression.Scenarios;

namespace Appliance.Regression.Callers;

/// <summary>Which line a caller comes to next. Pure; the order of the lines rules, what the agent said opens each.</summary>
internal static class LineOrder
{
    private const int MostTimes = 3;

    /// <summary>The line that answers what was said; null while nothing does.</summary>
    /// <param name="lines">The caller's.</param>
    /// <param name="done">Indexes of the lines that came, in order.</param>
    /// <param name="said">What the agent said since.</param>
    public static int? Answering(ImmutableArray<ScenarioLine> lines, ImmutableArray<int> done, ImmutableHashSet<PhraseId> said)
    {
        if (Next(lines, done) is { } next && Answers(lines[next], said))
        {
            return next;
        }

        // The agent asks for something else, or the same once more.
        return Enumerable.Range(0, lines.Length)
            .Where(index => lines[index].Optional || (done.Contains(index) && lines[index].InterruptAfter is null && lines[index].On.Length > 0))
            .Where(index => Answers(lines[index], said) && done.Count(one => one == index) < MostTimes)
            .OrderByDescending(index => lines[index].Optional)
            .Select(index => (int?)index)
            .FirstOrDefault();
    }

    /// <summary>The next line in order, if it speaks over what the agent says now.</summary>
    public static int? Interrupting(ImmutableArray<ScenarioLine> lines, ImmutableArray<int> done, ImmutableHashSet<PhraseId> saying) =>
        Next(lines, done) is { } next && lines[next].InterruptAfter is not null && Answers(lines[next], saying) ? next : null;

    /// <summary>The first line in order that has not come yet.</summary>
    public static int? Next(ImmutableArray<ScenarioLine> lines, ImmutableArray<int> done) =>
        Enumerable.Range(0, lines.Length).Where(index => !lines[index].Optional && !done.Contains(index)).Select(index => (int?)index).FirstOrDefault();

    private static bool Answers(ScenarioLine line, ImmutableHashSet<PhraseId> said) => line.On.IsEmpty || line.On.Any(said.Contains);
}
