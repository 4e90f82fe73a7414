using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Numbers in digits and in words.</summary>
public static class Numerals
{
    private static readonly FrozenDictionary<string, int> _cardinals = new[]
    {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    }.Select((word, value) => (word, value)).ToFrozenDictionary(p => p.word, p => p.value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> _tens = new[] { "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" }
        .Select((word, i) => (word, value: (i + 2) * 10)).ToFrozenDictionary(p => p.word, p => p.value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> _ordinals = new[]
    {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    }.Select((word, i) => (word, value: i + 1)).Append(("thirtieth", 30)).ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);

    /// <summary>Whether a word is a number in digits, a time in digits or a number word.</summary>
    public static bool IsNumberLike(string word) =>
        char.IsDigit(word[0]) || _cardinals.ContainsKey(word) || _tens.ContainsKey(word) || word is "oh" or "o'clock";

    /// <summary>A decimal digit spoken on its own: "five", "oh", "zero"; null for anything else.</summary>
    public static int? Digit(string word) => word is "oh" or "o" ? 0 : _cardinals.TryGetValue(word, out var v) && v < 10 ? v : null;

    /// <summary>Reads 0 to 99 at an index: "7", "07", "seven", "twenty three". Returns the words used, 0 if there is no number.</summary>
    public static int Cardinal(ImmutableArray<Word> words, int index, out int value)
    {
        value = 0;
        if (index < 0 || index >= words.Length)
        {
            return 0;
        }

        var text = words[index].Text;
        if (text.Length <= 2 && text.All(char.IsAsciiDigit))
        {
            value = int.Parse(text);
            return 1;
        }

        if (_cardinals.TryGetValue(text, out value))
        {
            return 1;
        }

        if (!_tens.TryGetValue(text, out value))
        {
            return 0;
        }

        if (!words[index].EndsClause && index + 1 < words.Length && Digit(words[index + 1].Text) is int unit and > 0 && words[index + 1].Text is not "oh" and not "o")
        {
            value += unit;
            return 2;
        }

        return 1;
    }

    /// <summary>Reads a day of the month at an index: "3rd", "third", "twenty third", "3". Returns the words used, 0 if none.</summary>
    public static int DayOfMonth(ImmutableArray<Word> words, int index, out int day, out bool ordinal)
    {
        ordinal = true;
        day = 0;
        if (index < 0 || index >= words.Length)
        {
            return 0;
        }

        var text = words[index].Text;
        if (text.Length is 3 or 4 && char.IsDigit(text[0]) && text[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(text[..^2], out day))
        {
            return day is >= 1 and <= 31 ? 1 : 0;
        }

        if (_ordinals.TryGetValue(text, out day))
        {
            return 1;
        }

        if (text is "twenty" or "thirty" && index + 1 < words.Length && _ordinals.TryGetValue(words[index + 1].Text, out var unit) && unit < 10)
        {
            day = _tens[text] + unit;
            return day <= 31 ? 2 : 0;
        }

        ordinal = false;
        var used = Cardinal(words, index, out day);
        return used > 0 && day is >= 1 and <= 31 ? used : 0;
    }

    /// <summary>Reads a year at an index: "1985", "nineteen eighty five", "two thousand five", "twenty ten", "85". Returns the words used, 0 if none.</summary>
    /// <param name="words">The words.</param>
    /// <param name="index">Where.</param>
    /// <param name="latest">Two-digit years lie at or before this year.</param>
    /// <param name="year">The year.</param>
    public static int Year(ImmutableArray<Word> words, int index, int latest, out int year)
    {
        year = 0;
        if (index < 0 || index >= words.Length)
        {
            return 0;
        }

        var text = words[index].Text;
        if (text.Length == 4 && text.All(char.IsAsciiDigit))
        {
            year = int.Parse(text);
            return 1;
        }

        if (text is "two" && words.IsAt(index + 1, "thousand"))
        {
            var at = words.IsAt(index + 2, "and") ? index + 3 : index + 2;
            var rest = Cardinal(words, at, out var small);
            year = 2000 + (rest > 0 ? small : 0);
            return rest > 0 ? at - index + rest : 2;
        }

        var first = Cardinal(words, index, out var high);
        if (first == 0)
        {
            return 0;
        }

        if (high is 19 or 20 && index + first < words.Length)
        {
            var next = index + first;
            if (words.IsAt(next, "hundred"))
            {
                year = high * 100;
                return first + 1;
            }

            if (words.IsAt(next, "oh", "o") && Cardinal(words, next + 1, out var unit) == 1)
            {
                year = (high * 100) + unit;
                return first + 2;
            }

            var used = Cardinal(words, next, out var low);
            if (used > 0 && low >= 10)
            {
                year = (high * 100) + low;
                return first + used;
            }
        }

        year = (latest / 100 * 100) + high;
        year = year > latest ? year - 100 : year;
        return first;
    }
}
