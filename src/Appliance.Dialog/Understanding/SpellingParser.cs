using System.Collections.Immutable;
using System.Text;

namespace Appliance.Dialog.Understanding;

/// <summary>Names letter by letter: "S-M-I-T-H", "S M I T H", "S as in Sam, M…", "double T".</summary>
public static class SpellingParser
{
    /// <summary>The longest spelled run of two letters or more, with a capital first letter, or null.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="start">Index of its first word.</param>
    /// <param name="end">Index after its last word.</param>
    public static string? Parse(ImmutableArray<Word> words, out int start, out int end)
    {
        (start, end) = (0, 0);
        var best = "";
        var run = new StringBuilder();
        var from = 0;
        for (var i = 0; i <= words.Length;)
        {
            var used = i < words.Length ? ReadLetter(words, i, run) : 0;
            if (used > 0)
            {
                i += used;
                continue;
            }

            if (run.Length >= 2 && run.Length >= best.Length)
            {
                (best, start, end) = (run.ToString(), from, i);
            }

            run.Clear();
            i++;
            from = i;
        }

        return best.Length >= 2 ? char.ToUpperInvariant(best[0]) + best[1..] : null;
    }

    private static int ReadLetter(ImmutableArray<Word> words, int i, StringBuilder run)
    {
        var text = words[i].Text;
        if (WordSplitter.IsSpelled(text))
        {
            run.Append(text.Replace("-", "", StringComparison.Ordinal));
            return 1;
        }

        if (text is "double" && i + 1 < words.Length && IsLetter(words[i + 1].Text))
        {
            run.Append(words[i + 1].Text[0], 2);
            return 2;
        }

        // "a" and "i" are letters only in company: next to another letter.
        if (!IsLetter(text) || (text is "a" or "i" && run.Length == 0 && (i + 1 >= words.Length || !IsLetter(words[i + 1].Text))))
        {
            return 0;
        }

        run.Append(text[0]);
        if (words.IndexOf("as in", i + 1) == i + 1 && i + 3 < words.Length)
        {
            return 4;
        }

        return words.IsAt(i + 1, "for", "like") && i + 2 < words.Length && words[i + 2].Text[0] == text[0] ? 3 : 1;
    }

    private static bool IsLetter(string text) => text.Length == 1 && char.IsAsciiLetter(text[0]);
}
