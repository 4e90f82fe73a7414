using System.Collections.Immutable;
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

    // Shorter wordings ("Okay.", "I'm sorry.") are found in everything.
    private const int ShortestWording = 12;

    private static readonly ImmutableArray<PhraseTemplate> Templates =
    [
        .. Phrases.All.OrderBy(p => p.Key)
            .SelectMany(p => p.Value.Select(wording => new PhraseTemplate(p.Key, wording)))
            .Where(t => t.Letters >= ShortestWording && t.Id is not PhraseId.HeldOpening),
    ];

    /// <summary>Compares a text with all phrases.</summary>
    public static AgentHeard Read(string text)
    {
        var plain = PhraseTemplate.Plain(text);
        var likenesses = Templates
            .Select(t => (t.Id, t.Letters, Found: t.FindIn(plain)))
            .Where(t => t.Found.Similarity >= Least)
            .GroupBy(t => t.Id)
            .Select(g => g.MaxBy(t => (t.Found.Similarity, t.Letters)))
            .OrderByDescending(t => t.Found.Similarity).ThenByDescending(t => t.Found.End).ThenByDescending(t => t.Letters)
            .Select(t => new PhraseLikeness(t.Id, t.Found.Similarity, plain.Length - t.Found.End));
        return new AgentHeard(text, [.. likenesses]);
    }
}

/// <summary>How much a phrase is like what was heard.</summary>
/// <param name="Id">The phrase.</param>
/// <param name="Similarity">0 to 1: the share of its fixed letters that were heard in a row.</param>
/// <param name="Behind">Characters that were heard after it.</param>
public readonly record struct PhraseLikeness(PhraseId Id, double Similarity, int Behind);

/// <summary>What was heard of the agent.</summary>
/// <param name="Text">As the recogniser wrote it; may be empty.</param>
/// <param name="Likenesses">The phrases it may be, likest first.</param>
public sealed record AgentHeard(string Text, ImmutableArray<PhraseLikeness> Likenesses)
{
    /// <summary>The likest phrase where it is nearly certain, for display; else null.</summary>
    public PhraseId? Phrase => Likenesses is [{ Similarity: >= 0.9 } best, ..] ? best.Id : null;

    /// <summary>Likeness of a phrase, 0 when it is none.</summary>
    public double SimilarityOf(PhraseId id) => Likenesses.FirstOrDefault(l => l.Id == id).Similarity;

    /// <summary>Likeness of the likest of some phrases, 0 of none.</summary>
    public double SimilarityOf(ImmutableArray<PhraseId> ids) => ids.Select(SimilarityOf).DefaultIfEmpty().Max();

    /// <summary>Whether one of the phrases was said last, without doubt.</summary>
    public bool EndsWith(ImmutableArray<PhraseId> ids) => Likenesses.Any(l => l is { Similarity: >= 0.85, Behind: <= 10 } && ids.Contains(l.Id));
}
