using System.Collections.Immutable;
using Appliance.Dialog.Facts;

namespace Appliance.Dialog.Understanding;

/// <summary>One time of day: "2:30", "half past two", "quarter to 3", "2 PM", "noon", "three o'clock", "two thirty p m".</summary>
internal static class ClockTime
{
    /// <summary>Reads at an index; returns the words used, 0 if none.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="i">Where.</param>
    /// <param name="bare">Whether a number without any sign of a clock may be an hour.</param>
    /// <param name="day">Weekday asked for, to choose between morning and afternoon.</param>
    /// <param name="facts">The clinic, for its hours.</param>
    /// <param name="time">The time.</param>
    public static int Read(ImmutableArray<Word> words, int i, bool bare, DayOfWeek? day, ClinicFacts facts, out TimeOnly time)
    {
        time = new TimeOnly(12, 0);
        if (words.IsAt(i, "noon", "midday"))
        {
            return 1;
        }

        var used = ReadClock(words, i, bare, out var hour, out var minute);
        if (used == 0)
        {
            return 0;
        }

        var end = i + used;
        var half = Meridiem(words, end, out var extra);
        if (half is null && hour is >= 1 and <= 12)
        {
            half = Hint(words);
        }

        time = half switch
        {
            _ when hour is 0 or > 12 => new TimeOnly(hour % 24, minute),
            'a' => new TimeOnly(hour % 12, minute),
            'p' => new TimeOnly((hour % 12) + 12, minute),
            _ => ClinicHours.Resolve(hour, minute, day, facts),
        };
        return used + extra;
    }

    private static int ReadClock(ImmutableArray<Word> words, int i, bool bare, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        var parts = words[i].Text.Split(':');
        if (parts.Length == 2 && int.TryParse(parts[0], out hour) && int.TryParse(parts[1], out minute) && hour < 24 && minute < 60 && hour >= 0 && minute >= 0)
        {
            return 1 + (words.IsAt(i + 1, "o'clock") ? 1 : 0);
        }

        return ReadPast(words, i, out hour, out minute) is > 0 and var used ? used : ReadHour(words, i, bare, out hour, out minute);
    }

    // "half past two", "quarter to three", "ten past 4", "twenty minutes to five".
    private static int ReadPast(ImmutableArray<Word> words, int i, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        var used = words.IsAt(i, "half") ? 1 : words.IsAt(i, "quarter") ? 1 : Numerals.Cardinal(words, i, out minute);
        minute = words.IsAt(i, "half") ? 30 : words.IsAt(i, "quarter") ? 15 : minute;
        var link = i + used + (words.IsAt(i + used, "minutes") ? 1 : 0);
        if (used == 0 || minute is 0 or > 30 || !words.IsAt(link, "past", "after", "to", "of", "till", "before"))
        {
            return 0;
        }

        var plain = Numerals.Cardinal(words, link + 1, out hour);
        if (plain == 0 || hour is 0 or > 12 || words.IsAt(link, "after", "of", "before") && minute is not (15 or 30))
        {
            return 0;
        }

        if (words.IsAt(link, "to", "of", "till", "before"))
        {
            hour = hour == 1 ? 12 : hour - 1;
            minute = 60 - minute;
        }

        return link + 1 + plain - i + (words.IsAt(link + 1 + plain, "o'clock") ? 1 : 0);
    }

    private static int ReadHour(ImmutableArray<Word> words, int i, bool bare, out int hour, out int minute)
    {
        minute = 0;
        var text = words[i].Text;
        if (bare && text.Length is 3 or 4 && text.All(char.IsAsciiDigit) && int.Parse(text[^2..]) is var mm and < 60 && mm % 5 == 0 && int.Parse(text[..^2]) is var hh and >= 1 and <= 12)
        {
            (hour, minute) = (hh, mm);
            return 1;
        }

        var used = Numerals.Cardinal(words, i, out hour);
        if (used == 0 || hour is 0 or > 12)
        {
            return 0;
        }

        var next = i + used;
        if (words.IsAt(next, "o'clock"))
        {
            return used + 1;
        }

        var minutes = words.IsAt(next, "oh", "o") ? 1 + Numerals.Cardinal(words, next + 1, out minute) : Numerals.Cardinal(words, next, out minute);
        var clock = !words[i].EndsClause && minutes > 0 && (words.IsAt(next, "oh", "o") ? minutes == 2 && minute < 10 : minute is >= 10 and < 60);
        if (clock && (bare || Meridiem(words, next + minutes, out _) is not null || IsAfterClockWord(words, i)))
        {
            return used + minutes;
        }

        minute = 0;
        return bare || Meridiem(words, next, out _) is not null || IsAfterClockWord(words, i) ? used : 0;
    }

    private static bool IsAfterClockWord(ImmutableArray<Word> words, int i) =>
        words.IsAt(i - 1, "at", "around", "about", "after", "before", "by", "until", "till", "between", "past");

    private static char? Meridiem(ImmutableArray<Word> words, int i, out int used)
    {
        used = 1;
        if (words.IsAt(i, "am", "pm"))
        {
            return words[i].Text[0];
        }

        used = words.IndexOf("in the", i) == i ? 3 : words.IsAt(i, "at") && words.IsAt(i + 1, "night") ? 2 : 0;
        return used switch
        {
            3 when words.IsAt(i + 2, "morning") => 'a',
            3 when words.IsAt(i + 2, "afternoon", "evening") => 'p',
            2 => 'p',
            _ => None(out used),
        };
    }

    private static char? None(out int used)
    {
        used = 0;
        return null;
    }

    // "Tuesday afternoon at 2".
    private static char? Hint(ImmutableArray<Word> words) =>
        words.HasAny("good morning", "good afternoon", "good evening") ? null
        : words.HasAny("afternoon", "evening") ? 'p' : words.HasAny("morning") ? 'a' : null;
}
