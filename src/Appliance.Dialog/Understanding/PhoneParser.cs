using System.Collections.Immutable;
using System.Text;

namespace Appliance.Dialog.Understanding;

/// <summary>Telephone numbers of the North American plan: "555-123-4567", "five five five, one two three…", "double five", "oh".</summary>
public static class PhoneParser
{
    /// <summary>The digits said, as many as there are, or null if fewer than two in a row. A leading country code 1 is dropped; the last of the longest runs counts.</summary>
    public static string? Parse(ImmutableArray<Word> words)
    {
        string? best = null;
        var run = new StringBuilder();
        for (var i = 0; i <= words.Length;)
        {
            var used = i < words.Length ? ReadGroup(words, i, run) : 0;
            if (used > 0)
            {
                i += used;
                continue;
            }

            if (i < words.Length && run.Length > 0 && words[i].Text is "dash" or "um" or "uh" or "and" or "area" or "code" or "then")
            {
                i++;
                continue;
            }

            if (run.Length >= 2 && run.Length >= (best?.Length ?? 0))
            {
                best = run.ToString();
            }

            run.Clear();
            i++;
        }

        return best is { Length: 11 } && best[0] == '1' ? best[1..] : best;
    }

    /// <summary>Whether digits are a whole number: 7 (local) or 10, area code and exchange not starting with 0 or 1.</summary>
    public static bool IsWhole(string digits) => digits.Length switch
    {
        7 => digits[0] >= '2',
        10 => digits[0] >= '2',
        _ => false,
    };

    private static int ReadGroup(ImmutableArray<Word> words, int i, StringBuilder run)
    {
        var text = words[i].Text;
        if (char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiDigit(c) || c is '-' or '.' or ')' or '('))
        {
            run.Append([.. text.Where(char.IsAsciiDigit)]);
            return 1;
        }

        if (text is "double" or "triple" && i + 1 < words.Length && ReadDigit(words[i + 1].Text) is char repeated)
        {
            run.Append(repeated, text is "double" ? 2 : 3);
            return 2;
        }

        if (ReadDigit(text) is char digit)
        {
            run.Append(digit);
            if (words.IsAt(i + 1, "hundred"))
            {
                run.Append("00");
                return 2;
            }

            return 1;
        }

        var used = Numerals.Cardinal(words, i, out var value);
        if (used > 0)
        {
            run.Append(value);
        }

        return used;
    }

    private static char? ReadDigit(string text) =>
        Numerals.Digit(text) is int value ? (char)('0' + value) : text.Length == 1 && char.IsAsciiDigit(text[0]) ? text[0] : null;
}
