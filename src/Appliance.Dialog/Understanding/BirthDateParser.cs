using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Dates of birth: "March 3rd, 1985", "the third of March nineteen eighty five", "3/3/85", "03031985". Month before day, as in the US.</summary>
public static class BirthDateParser
{
    /// <summary>What was heard of a date of birth, or null if nothing of one. The last of several counts.</summary>
    public static BirthDateReading? Parse(ImmutableArray<Word> words, DateOnly today)
    {
        BirthDateReading? reading = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (ReadNumeric(words[i].Text, today, out var numeric))
            {
                reading = numeric;
                continue;
            }

            var used = CalendarDay.ReadMonthAndDay(words, i, out var month, out var day);
            if (used == 0)
            {
                continue;
            }

            var after = words.IsAt(i + used, "of", "in") ? i + used + 1 : i + used;
            var years = Numerals.Year(words, after, today.Year, out var year);
            reading = years > 0 ? Check(year, month, day, today) : new BirthDateReading(null, MissingYear: true, Month: month, Day: day);
            i += used + years - 1;
        }

        return reading;
    }

    /// <summary>Completes a day and month said before with the year said now; null if no year was said.</summary>
    public static BirthDateReading? Complete(ImmutableArray<Word> words, int month, int day, DateOnly today)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Numerals.Year(words, i, today.Year, out var year) > 0)
            {
                return Check(year, month, day, today);
            }
        }

        return null;
    }

    /// <summary>Reads keyed digits MMDDYYYY or MMDDYY.</summary>
    public static BirthDateReading? ParseKeys(string digits, DateOnly today) =>
        digits.Length is 6 or 8 && ReadDigits(digits, today, out var reading) ? reading : null;

    private static bool ReadNumeric(string text, DateOnly today, out BirthDateReading reading)
    {
        reading = default;
        var parts = text.Split('/', '-', '.');
        if (parts.Length == 3 && parts[0].Length is 1 or 2 && parts[1].Length is 1 or 2 && parts[2].Length is 2 or 4
            && int.TryParse(parts[0], out var month) && int.TryParse(parts[1], out var day) && int.TryParse(parts[2], out var year))
        {
            reading = Check(Full(year, parts[2].Length, today), month, day, today);
            return true;
        }

        return text.Length == 8 && text.All(char.IsAsciiDigit) && ReadDigits(text, today, out reading);
    }

    private static bool ReadDigits(string digits, DateOnly today, out BirthDateReading reading)
    {
        var year = digits[4..];
        reading = Check(Full(int.Parse(year), year.Length, today), int.Parse(digits[..2]), int.Parse(digits[2..4]), today);
        return true;
    }

    private static int Full(int year, int digits, DateOnly today)
    {
        if (digits == 4)
        {
            return year;
        }

        var century = today.Year / 100 * 100;
        return century + year > today.Year ? century - 100 + year : century + year;
    }

    private static BirthDateReading Check(int year, int month, int day, DateOnly today)
    {
        if (month is < 1 or > 12 || year < today.Year - 120 || year > today.Year || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return new BirthDateReading(null, Impossible: true);
        }

        var date = new DateOnly(year, month, day);
        return date > today ? new BirthDateReading(null, Impossible: true) : new BirthDateReading(date);
    }
}
