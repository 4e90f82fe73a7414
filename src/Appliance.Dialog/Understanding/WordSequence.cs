using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Looks for fixed phrases in words.</summary>
internal static class WordSequence
{
    /// <summary>Index of the first place where the phrase's words stand in a row, or -1.</summary>
    public static int IndexOf(this ImmutableArray<Word> words, string phrase, int start = 0)
    {
        var parts = phrase.Split(' ');
        for (var i = start; i + parts.Length <= words.Length; i++)
        {
            if (words.MatchesAt(i, parts))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether one of the phrases stands anywhere in the words.</summary>
    public static bool HasAny(this ImmutableArray<Word> words, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (words.IndexOf(phrase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word at an index, if there is one, is one of these.</summary>
    public static bool IsAt(this ImmutableArray<Word> words, int index, params ReadOnlySpan<string> texts)
    {
        if (index < 0 || index >= words.Length)
        {
            return false;
        }

        foreach (var text in texts)
        {
            if (string.Equals(words[index].Text, text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MatchesAt(this ImmutableArray<Word> words, int index, string[] parts)
    {
        for (var k = 0; k < parts.Length; k++)
        {
            if (!string.Equals(words[index + k].Text, parts[k], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
