using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Signs that a caller takes something back.</summary>
public static class Corrections
{
    private static readonly string[] _phrases =
    [
        "actually", "i meant", "i mean", "i said", "rather", "instead", "make that", "make it", "not what i said", "change that", "change it", "wait", "sorry",
    ];

    /// <summary>Whether the words correct something said before.</summary>
    public static bool IsCorrection(ImmutableArray<Word> words) =>
        words.IsAt(0, "no", "nope", "not") || words.HasAny(_phrases) || words.HasAny("that's wrong", "that's not right", "works better", "would be better", "i'd prefer", "is better");

    /// <summary>Whether the value that begins at an index is denied: "not Tuesday", "can't make it on Tuesday".</summary>
    internal static bool IsNegated(ImmutableArray<Word> words, int index)
    {
        for (var i = index - 1; i >= Math.Max(0, index - 5); i--)
        {
            if (words[i].EndsClause)
            {
                return false;
            }

            if (words[i].Text is "not" or "except" or "can't" or "cannot" or "don't" or "isn't" or "but")
            {
                return words[i].Text is not "but" || index - i <= 2;
            }
        }

        return false;
    }

    /// <summary>Whether the value at an index follows a word that takes back what stood before.</summary>
    internal static bool IsCorrected(ImmutableArray<Word> words, int index)
    {
        for (var i = index - 1; i >= Math.Max(0, index - 5); i--)
        {
            if (words[i].Text is "no" or "actually" or "meant" or "mean" or "sorry" or "rather" or "instead" or "wait" or "make" or "said")
            {
                return true;
            }
        }

        return false;
    }
}
