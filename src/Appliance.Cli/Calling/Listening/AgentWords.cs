using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Appliance.Dialog.Conversation;

namespace Appliance.Cli.Calling.Listening;

/// <summary>
/// Finds which of its approved phrases the agent said, from what the recogniser heard. The recogniser was trained on other
/// sentences than most of these, so the answer is a likeness for each phrase, not one phrase.
/// </summary>
public static class AgentWords
{
    /// <summary>Below this a likeness means nothing.</summary>
    public const double Least = 0.5;

    /// <summary>From here on a phrase was heard almost letter by letter.</summary>
    public const double Certain = 0.9;

    // Shorter wordings ("Okay.", "I'm sorry.") are found in everything.
    private const int ShortestWording = 12;

    // So many letters in a row are not heard by chance.
    private const int LongWording = 36;

    private static readonly ImmutableArray<PhraseTemplate> Templates =
    [
        .. Phrases.All.OrderBy(p => p.Key)
            .SelectMany(p => p.Value.Select(wording => new PhraseTemplate(p.Key, wording)))
            .Where(t => t.Letters >= ShortestWording && t.Id is not PhraseId.HeldOpening),
    ];

    /// <summary>Compares what was heard with all phrases.</summary>
    /// <param name="whole">The whole speech as the recogniser wrote it.</param>
    /// <param name="last">Its last sentence, recognised by itself; empty where there is but one.</param>
    public static AgentHeard Read(string whole, string last = "")
    {
        var inWhole = In(PhraseTemplate.Plain(whole), isLast: false).ToArray();
        var inLast = last.Length == 0 ? inWhole : [.. In(PhraseTemplate.Plain(last), isLast: true)];
        var likenesses = inWhole.Concat(inLast)
            .GroupBy(l => l.Id)
            .Select(g => g.MaxBy(l => l.Similarity))
            .OrderByDescending(l => l.Similarity).ThenByDescending(l => l.InLast).ThenBy(l => l.Behind).ThenByDescending(l => l.Letters);
        return new AgentHeard(whole, last, [.. likenesses], [.. CertainIn(inWhole.Where(l => l.Letters >= LongWording)).Union(CertainIn(inWhole).Intersect(CertainIn(inLast)))]);
    }

    private static IEnumerable<PhraseId> CertainIn(IEnumerable<PhraseLikeness> likenesses) => likenesses.Where(l => l.Similarity >= Certain).Select(l => l.Id);

    private static IEnumerable<PhraseLikeness> In(string plain, bool isLast) => Templates
        .Select(t => (Template: t, Found: t.FindIn(plain)))
        .Where(t => t.Found.Similarity >= Least)
        .Select(t => new PhraseLikeness(t.Template.Id, t.Found.Similarity, plain.Length - t.Found.End, isLast, t.Template.Letters));
}

/// <summary>How much a phrase is like what was heard.</summary>
/// <param name="Id">The phrase.</param>
/// <param name="Similarity">0 to 1: the share of its fixed letters that were heard in a row.</param>
/// <param name="Behind">Characters that were heard after it.</param>
/// <param name="InLast">Whether it was found in the last sentence by itself.</param>
/// <param name="Letters">Its fixed letters.</param>
public readonly record struct PhraseLikeness(PhraseId Id, double Similarity, int Behind, bool InLast, int Letters);

/// <summary>What was heard of the agent.</summary>
/// <param name="Text">The whole speech as the recogniser wrote it; may be empty.</param>
/// <param name="Last">Its last sentence, recognised by itself; empty where there is but one.</param>
/// <param name="Likenesses">The phrases it may be, likest first.</param>
/// <param name="Agreed">Phrases beyond doubt: long ones, or those that both texts have almost letter by letter. The recogniser writes a sentence that it knows even for one that it does not.</param>
public sealed record AgentHeard(string Text, string Last, ImmutableArray<PhraseLikeness> Likenesses, ImmutableArray<PhraseId> Agreed)
{
    /// <summary>The likest phrase where it is nearly certain, for display; else null.</summary>
    public PhraseId? Phrase => Likenesses is [{ Similarity: >= AgentWords.Certain } best, ..] ? best.Id : null;

    /// <summary>Likeness of a phrase, 0 when it is none.</summary>
    public double SimilarityOf(PhraseId id) => Likenesses.FirstOrDefault(l => l.Id == id).Similarity;

    /// <summary>Likeness of the likest of some phrases, 0 of none.</summary>
    public double SimilarityOf(ImmutableArray<PhraseId> ids) => ids.Select(SimilarityOf).DefaultIfEmpty().Max();

    /// <summary>Whether the agent says that it did not understand, or asks to hear it again.</summary>
    public bool AsksAgain => Contains("didn't catch") || Contains(" again");

    /// <summary>Whether one of the phrases was said last, without doubt.</summary>
    public bool EndsWith(ImmutableArray<PhraseId> ids) => Likenesses.Any(l => l is { Similarity: >= 0.85, Behind: <= 10 } && ids.Contains(l.Id));

    /// <summary>Whether a pattern is found in either text.</summary>
    public bool Matches(Regex? pattern) => pattern is not null && (pattern.IsMatch(Text) || pattern.IsMatch(Last));

    private bool Contains(string words) =>
        Text.Contains(words, StringComparison.OrdinalIgnoreCase) || Last.Contains(words, StringComparison.OrdinalIgnoreCase);
}
