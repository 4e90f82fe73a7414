using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Understanding by rules alone: guards first, then the parsers, led by what the conversation waits for.</summary>
public static class RuleUnderstanding
{
    /// <summary>Reads one caller turn. Never throws; words that mean nothing give an empty result.</summary>
    public static Understood Read(string text, ListeningContext context)
    {
        var words = WordSplitter.Split(text);
        var expects = context.Expects;
        var today = context.Facts.Today;
        var digitsExpected = expects is Expectation.Phone or Expectation.BirthDate;
        var offered = expects is Expectation.Offer;
        var corrects = Corrections.IsCorrection(words);
        var day = digitsExpected && !corrects ? null : DayParser.Parse(words, today, bareOrdinals: !offered, context.About);
        var weekday = day is { IsOneDay: true } one ? one.From.DayOfWeek : context.Day;
        var bareTime = expects is Expectation.DayAndTime or Expectation.Time or Expectation.Offer;
        var birthDate = expects is Expectation.BirthDate || words.HasAny("birth", "birthday", "born", "birthdate") ? BirthDateParser.Parse(words, today) : null;
        return new Understood
        {
            Text = text,
            Words = words,
            Guard = GuardParser.Parse(words),
            Intent = IntentParser.Parse(words),
            YesNo = YesNoParser.Parse(words),
            Corrects = corrects,
            Manner = MannerParser.Parse(words),
            Day = birthDate is null ? day : null,
            Time = (digitsExpected && !corrects) || birthDate is not null ? null : TimeParser.Parse(words, context.Facts, weekday, bareTime),
            Choice = offered ? OfferChoiceParser.Parse(words) : OfferChoice.None,
            Doctor = DoctorParser.Parse(words, context.Facts, expects),
            Reason = expects is Expectation.Name or Expectation.FamilyName or Expectation.Spelling || digitsExpected ? null : ReasonParser.Parse(words, context.Facts, expects),
            Name = NameParser.Parse(words, expects),
            BirthDate = birthDate,
            Phone = PhoneOf(words, expects),
        };
    }

    private static string? PhoneOf(ImmutableArray<Word> words, Expectation expects)
    {
        if (expects is Expectation.BirthDate)
        {
            return null;
        }

        var digits = PhoneParser.Parse(words);
        return expects is Expectation.Phone || (digits is not null && PhoneParser.IsWhole(digits)) ? digits : null;
    }
}
