using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Cuts a recognised text, written ("2:30 PM", "Dr. Patel") or spoken ("two thirty p m"), into words of one form.</summary>
public static class WordSplitter
{
    private const string Edges = ".,?!;:\"()[]…-'";

    /// <summary>The words of a text, in order; empty for an empty text.</summary>
    public static ImmutableArray<Word> Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        foreach (var piece in text.Replace('’', '\'').Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            AddPiece(words, piece);
        }

        return MergeMeridiem(words);
    }

    private static void AddPiece(ImmutableArray<Word>.Builder words, string piece)
    {
        var raw = piece.Trim(Edges.ToCharArray());
        if (raw.Length == 0)
        {
            if (words.Count > 0)
            {
                words[^1] = words[^1] with { EndsClause = true };
            }

            return;
        }

        var lower = raw.ToLowerInvariant();
        var ends = ".,?!;:…".Contains(piece[^1], StringComparison.Ordinal);
        if (lower is "p.m" or "a.m")
        {
            words.Add(new Word(lower.Replace(".", "", StringComparison.Ordinal), raw, ends));
        }
        else if (lower is "dr" or "doctor")
        {
            words.Add(new Word("doctor", raw, EndsClause: false));
        }
        else if (lower.Length > 2 && char.IsDigit(lower[0]) && (lower.EndsWith("am", StringComparison.Ordinal) || lower.EndsWith("pm", StringComparison.Ordinal)))
        {
            words.Add(new Word(lower[..^2], raw[..^2], EndsClause: false));
            words.Add(new Word(lower[^2..], raw[^2..], ends));
        }
        else if (lower.Contains('-', StringComparison.Ordinal) && !IsSpelled(lower) && !lower.Any(char.IsDigit))
        {
            var parts = raw.Split('-', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < parts.Length; i++)
            {
                words.Add(new Word(parts[i].ToLowerInvariant(), parts[i], ends && i == parts.Length - 1));
            }
        }
        else
        {
            words.Add(new Word(lower, raw, ends));
        }
    }

    /// <summary>Whether a word is letters joined by dashes: "s-m-i-t-h".</summary>
    internal static bool IsSpelled(string lower)
    {
        var parts = lower.Split('-');
        return parts.Length >= 2 && parts.All(p => p.Length == 1 && char.IsLetter(p[0]));
    }

    // "two thirty p m" and "two p m" become "pm"; a lone "a" stays an article.
    private static ImmutableArray<Word> MergeMeridiem(ImmutableArray<Word>.Builder words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i].Text is "a" or "p" && words[i + 1].Text is "m" && Numerals.IsNumberLike(words[i - 1].Text))
            {
                words[i] = new Word(words[i].Text + "m", words[i].Raw + words[i + 1].Raw, words[i + 1].EndsClause);
                words.RemoveAt(i + 1);
            }
        }

        return words.ToImmutable();
    }
}
