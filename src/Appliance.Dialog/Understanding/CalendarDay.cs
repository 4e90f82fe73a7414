using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>"March 3rd", "the 3rd of March", "the third", "3/3".</summary>
internal static class CalendarDay
{
    /// <summary>Reads at an index; returns the words used, 0 if none or if there is no such day. A day that is over means the next one.</summary>
    public static int Read(ImmutableArray<Word> words, int i, DateOnly today, bool bareOrdinals, out DateOnly day)
    {
        day = default;
        var used = ReadMonthAndDay(words, i, out var month, out var number);
        if (used > 0)
        {
            used += ReadYear(words, i + used, out var year);
            return Resolve(month, number, year, today, out day) ? used : 0;
        }

        // "February 31st" is no day, and its "31st" is not one of another month.
        if (i > 0 && Month.Of(words[i - 1].Text) > 0)
        {
            return 0;
        }

        // "the 3rd" alone: this month's or the next month that has it.
        if (!words.IsAt(i, "the") && !(i < words.Length && char.IsDigit(words[i].Text[0])))
        {
            return 0;
        }

        var start = words.IsAt(i, "the") ? i + 1 : i;
        used = Numerals.DayOfMonth(words, start, out number, out var ordinal);
        if (used == 0 || !ordinal || words.IsAt(start + used, "one", "option", "time", "appointment", "available", "opening")
            || (!bareOrdinals && !char.IsDigit(words[start].Text[0])))
        {
            return 0;
        }

        var first = new DateOnly(today.Year, today.Month, 1);
        for (var ahead = 0; ahead < 3; ahead++)
        {
            var candidate = first.AddMonths(ahead);
            if (number <= DateTime.DaysInMonth(candidate.Year, candidate.Month) && candidate.AddDays(number - 1) >= today)
            {
                day = candidate.AddDays(number - 1);
                return start - i + used;
            }
        }

        return 0;
    }

    /// <summary>Reads month and day in either order; returns the words used, 0 if none.</summary>
    public static int ReadMonthAndDay(ImmutableArray<Word> words, int i, out int month, out int day)
    {
        day = 0;
        month = i < words.Length ? Month.Of(words[i].Text) : 0;
        if (month > 0)
        {
            var at = words.IsAt(i + 1, "the") ? i + 2 : i + 1;
            var used = Numerals.DayOfMonth(words, at, out day, out _);
            return used > 0 ? at - i + used : 0;
        }

        if (i < words.Length && ReadSlashed(words[i].Text, out month, out day))
        {
            return 1;
        }

        var start = words.IsAt(i, "the") ? i + 1 : i;
        var length = Numerals.DayOfMonth(words, start, out day, out _);
        var of = words.IsAt(start + length, "of") ? start + length + 1 : start + length;
        month = length > 0 && of < words.Length ? Month.Of(words[of].Text) : 0;
        return month > 0 ? of - i + 1 : 0;
    }

    private static bool ReadSlashed(string text, out int month, out int day)
    {
        (month, day) = (0, 0);
        var parts = text.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], out month) && int.TryParse(parts[1], out day) && month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    private static int ReadYear(ImmutableArray<Word> words, int i, out int year)
    {
        var used = i < words.Length && words[i].Text.Length == 4 ? Numerals.Year(words, i, 2100, out year) : 0;
        year = used > 0 && words[i].Text[0] == '2' ? int.Parse(words[i].Text) : 0;
        return year > 0 ? used : 0;
    }

    private static bool Resolve(int month, int number, int year, DateOnly today, out DateOnly day)
    {
        day = default;
        for (var candidate = year > 0 ? year : today.Year; candidate <= (year > 0 ? year : today.Year + 8); candidate++)
        {
            if (number <= DateTime.DaysInMonth(candidate, month))
            {
                day = new DateOnly(candidate, month, number);
                if (year > 0 || day >= today)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
