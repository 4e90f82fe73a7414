using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>"today", "tomorrow", "the day after tomorrow", "next week", "in two weeks".</summary>
internal static class RelativeDay
{
    /// <summary>Reads at an index; returns the words used, 0 if none.</summary>
    public static int Read(ImmutableArray<Word> words, int i, DateOnly today, out DayWish wish)
    {
        wish = DayWish.On(today);
        if (words.IsAt(i, "today", "tonight"))
        {
            return 1;
        }

        if (words.IsAt(i, "tomorrow"))
        {
            wish = DayWish.On(today.AddDays(1));
            return 1;
        }

        if (words.IndexOf("day after tomorrow", i) == i)
        {
            wish = DayWish.On(today.AddDays(2));
            return 3;
        }

        return ReadWeek(words, i, today, out wish) is > 0 and var used ? used : ReadDistance(words, i, today, out wish);
    }

    private static int ReadWeek(ImmutableArray<Word> words, int i, DateOnly today, out DayWish wish)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        wish = default;
        if (words.IndexOf("next week", i) == i)
        {
            var early = words.IsAt(i - 1, "early") || words.IsAt(i - 2, "early", "beginning", "start");
            var late = words.IsAt(i - 1, "late", "later") || words.IsAt(i - 2, "end");
            wish = new DayWish(monday.AddDays(late ? 9 : 7), monday.AddDays(early ? 9 : 13));
            return 2;
        }

        if (words.IndexOf("this week", i) == i)
        {
            wish = new DayWish(today, monday.AddDays(6));
            return 2;
        }

        if (words.IndexOf("next month", i) == i)
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
            wish = new DayWish(first, first.AddMonths(1).AddDays(-1));
            return 2;
        }

        return 0;
    }

    // "in two weeks", "two weeks from now", "in a week", "in three days".
    private static int ReadDistance(ImmutableArray<Word> words, int i, DateOnly today, out DayWish wish)
    {
        wish = default;
        var start = words.IsAt(i, "in") ? i + 1 : i;
        var count = 1;
        var used = words.IsAt(start, "a", "one") ? 1 : Numerals.Cardinal(words, start, out count);
        var unit = start + used;
        var ended = start > i || words.IndexOf("from now", unit + 1) == unit + 1 || words.IndexOf("from today", unit + 1) == unit + 1;
        if (used == 0 || !ended || count > 60)
        {
            return 0;
        }

        var total = unit + 1 - i + (words.IsAt(unit + 1, "from") ? 2 : 0);
        if (words.IsAt(unit, "week", "weeks"))
        {
            wish = DayWish.On(today.AddDays(7 * count));
            return total;
        }

        if (words.IsAt(unit, "day", "days"))
        {
            wish = DayWish.On(today.AddDays(count));
            return total;
        }

        return 0;
    }
}
