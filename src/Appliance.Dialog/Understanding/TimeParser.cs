using System.Collections.Immutable;
using Appliance.Dialog.Facts;
using Appliance.Dialog.Tools;

namespace Appliance.Dialog.Understanding;

/// <summary>Time of an appointment: a time, "after 3", "before 10", "around 11", "in the morning", "as soon as possible".</summary>
public static class TimeParser
{
    private static readonly TimeOnly _noon = new(12, 0);
    private static readonly TimeOnly _evening = new(17, 0);
    private static readonly TimeSpan _around = TimeSpan.FromMinutes(90);

    /// <summary>The time asked for, or null.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="facts">The clinic, for its hours.</param>
    /// <param name="day">Weekday asked for, if known.</param>
    /// <param name="bare">Whether a lone number may be an hour.</param>
    public static TimeWish? Parse(ImmutableArray<Word> words, ClinicFacts facts, DayOfWeek? day = null, bool bare = false)
    {
        TimeWish? chosen = null;
        for (var i = 0; i < words.Length;)
        {
            var used = ClockTime.Read(words, i, bare && !IsPartOfDate(words, i), day, facts, out var time);
            if (used == 0 || IsPartOfDate(words, i))
            {
                i++;
                continue;
            }

            if (!Corrections.IsNegated(words, i) && (chosen is null || Corrections.IsCorrected(words, i)))
            {
                chosen = Qualify(words, i, used, time, day, facts);
            }

            i += used;
        }

        return chosen ?? PartOfDay(words);
    }

    // "March 3", "the 3rd of", "two weeks", "3 days": numbers that belong to something else.
    private static bool IsPartOfDate(ImmutableArray<Word> words, int i) =>
        (i > 0 && Month.Of(words[i - 1].Text) > 0) || words.IsAt(i + 1, "weeks", "week", "days", "day", "of", "one", "minutes", "years", "months")
        || words.IsAt(i - 1, "option", "number") || (i > 0 && words.IsAt(i, "one") && !words.IsAt(i - 1, "at", "around", "about", "after", "before", "by", "past", "to", "till", "until", "between") && !words.IsAt(i + 1, "pm", "o'clock", "thirty", "fifteen", "forty"));

    private static TimeWish Qualify(ImmutableArray<Word> words, int i, int used, TimeOnly time, DayOfWeek? day, ClinicFacts facts)
    {
        if (words.IsAt(i - 1, "after", "from", "past"))
        {
            return new TimeWish(new TimeOfDay(time, TimeOnly.MaxValue), time);
        }

        if (words.IsAt(i - 1, "before", "by", "until", "till"))
        {
            return new TimeWish(new TimeOfDay(TimeOnly.MinValue, time), time);
        }

        if (words.IsAt(i - 1, "between") && words.IsAt(i + used, "and", "to") && i + used + 1 < words.Length && ClockTime.Read(words, i + used + 1, bare: true, day, facts, out var end) > 0 && end > time)
        {
            return new TimeWish(new TimeOfDay(time, end), time);
        }

        if ((words.IsAt(i - 1, "around", "about", "roughly") && !words.IsAt(i - 2, "how", "what")) || words.IsAt(i + used, "ish"))
        {
            var from = time.ToTimeSpan() > _around ? time.Add(-_around) : TimeOnly.MinValue;
            return new TimeWish(new TimeOfDay(from, time.Add(_around)), time);
        }

        return words.IndexOf("or later", i + used) == i + used ? new TimeWish(new TimeOfDay(time, TimeOnly.MaxValue), time) : TimeWish.At(time);
    }

    private static TimeWish? PartOfDay(ImmutableArray<Word> words)
    {
        if (words.HasAny("good morning", "good afternoon", "good evening"))
        {
            return null;
        }

        if (words.HasAny("as soon as possible", "earliest", "soonest", "first available", "next available", "asap", "whenever you have", "anytime", "any time") && !words.HasAny("morning", "afternoon", "evening"))
        {
            return TimeWish.Soonest;
        }

        foreach (var (name, window) in new[]
        {
            ("morning", new TimeOfDay(TimeOnly.MinValue, _noon)), ("mornings", new TimeOfDay(TimeOnly.MinValue, _noon)),
            ("afternoon", new TimeOfDay(_noon, _evening)), ("afternoons", new TimeOfDay(_noon, _evening)),
            ("evening", new TimeOfDay(new TimeOnly(16, 0), TimeOnly.MaxValue)), ("lunchtime", new TimeOfDay(new TimeOnly(11, 0), new TimeOnly(14, 0))),
        })
        {
            var at = words.IndexOf(name);
            if (at >= 0 && !Corrections.IsNegated(words, at))
            {
                return new TimeWish(window);
            }
        }

        return null;
    }
}
