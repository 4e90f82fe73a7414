using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Days of an appointment, relative to a date: "next Tuesday", "the 3rd", "Monday, March 3rd", "in two weeks".</summary>
public static class DayParser
{
    /// <summary>The day asked for, or null. Of several, one that corrects the others wins, negated ones are dropped.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="today">Clinic local date.</param>
    /// <param name="bareOrdinals">Whether "the second" can be a day of the month.</param>
    /// <param name="about">The day under discussion; a bare weekday means the one of its week, if that is not over.</param>
    public static DayWish? Parse(ImmutableArray<Word> words, DateOnly today, bool bareOrdinals = true, DateOnly? about = null)
    {
        DayWish? chosen = null;
        for (var i = 0; i < words.Length;)
        {
            var used = ReadAt(words, i, today, bareOrdinals, about, out var wish);
            if (used == 0)
            {
                i++;
                continue;
            }

            if (!Corrections.IsNegated(words, i) && (chosen is null || Corrections.IsCorrected(words, i)))
            {
                chosen = wish;
            }

            i += used;
        }

        return chosen;
    }

    private static int ReadAt(ImmutableArray<Word> words, int i, DateOnly today, bool bareOrdinals, DateOnly? about, out DayWish wish)
    {
        wish = default;
        var used = RelativeDay.Read(words, i, today, out wish);
        if (used > 0)
        {
            return used;
        }

        used = Weekday.Read(words, i, today, about, out var weekday);
        if (used > 0)
        {
            wish = DayWish.On(weekday);

            // "Monday, March 3rd", "Monday the 3rd": the date says which Monday.
            var at = words.IsAt(i + used, "the") ? i + used + 1 : i + used;
            var date = CalendarDay.Read(words, i + used, today, bareOrdinals, out var day);
            date = date > 0 || at == i + used ? date : CalendarDay.Read(words, at, today, bareOrdinals, out day);
            if (date > 0)
            {
                wish = DayWish.On(day);
                return used + date;
            }

            return used;
        }

        used = CalendarDay.Read(words, i, today, bareOrdinals, out var calendar);
        wish = DayWish.On(calendar);
        return used;
    }
}
