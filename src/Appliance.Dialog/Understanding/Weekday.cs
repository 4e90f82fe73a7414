using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>"Tuesday", "this Friday", "next Tuesday", "Tuesday next week", "the following Tuesday".</summary>
internal static class Weekday
{
    private static readonly string[] _names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>
    /// Reads at an index; returns the words used, 0 if none. A bare weekday is the one in the week of the day under discussion, or else the next one after today, "this" may be today,
    /// "next" is the one in the week after this (weeks begin on Monday), "following" the first one after the day under discussion.
    /// </summary>
    public static int Read(ImmutableArray<Word> words, int i, DateOnly today, DateOnly? about, out DateOnly day)
    {
        day = default;
        var prefix = words.IsAt(i, "next", "this", "coming", "following");
        var at = prefix ? i + 1 : i;
        if (at >= words.Length || Of(words[at].Text) is not DayOfWeek weekday)
        {
            return 0;
        }

        var extra = Suffix(words, at + 1);
        var ahead = ((int)weekday - (int)today.DayOfWeek + 7) % 7;
        if (words.IsAt(i, "following") || words.IsAt(at + 1, "after") && extra > 0)
        {
            var since = about ?? today;
            var days = ((int)weekday - (int)since.DayOfWeek + 7) % 7;
            day = since.AddDays(days == 0 ? 7 : days);
        }
        else if (words.IsAt(i, "next") || extra > 0)
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            day = monday.AddDays(7 + (((int)weekday + 6) % 7));
        }
        else
        {
            day = today.AddDays(ahead == 0 && !words.IsAt(i, "this") ? 7 : ahead);
            if (!prefix && about is { } other)
            {
                var inItsWeek = other.AddDays((((int)weekday + 6) % 7) - (((int)other.DayOfWeek + 6) % 7));
                day = inItsWeek > today ? inItsWeek : day;
            }
        }

        return at - i + 1 + extra;
    }

    // "Tuesday next week", "Tuesday of next week", "the Tuesday after": not "Tuesday after three".
    private static int Suffix(ImmutableArray<Word> words, int i)
    {
        if (words.IndexOf("next week", i) == i)
        {
            return 2;
        }

        if (words.IndexOf("of next week", i) == i)
        {
            return 3;
        }

        var closes = words.IsAt(i, "after") && (i + 1 == words.Length || words[i].EndsClause || words.IsAt(i + 1, "that", "please"));
        return !closes ? 0 : words.IsAt(i + 1, "that") ? 2 : 1;
    }

    /// <summary>The weekday a word names, plural and possessive included, or null.</summary>
    public static DayOfWeek? Of(string word)
    {
        var bare = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('s');
        var index = Array.IndexOf(_names, bare);
        return index < 0 ? null : (DayOfWeek)index;
    }
}
