using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Ordinals among offers: "the second one", "the earlier", "anything later?".</summary>
public static class OfferChoiceParser
{
    /// <summary>What was pointed at.</summary>
    public static OfferChoice Parse(ImmutableArray<Word> words)
    {
        if (words.HasAny("neither", "none of those", "none of them", "something else", "another time", "other times", "anything else", "different day", "different time", "another day"))
        {
            return OfferChoice.Neither;
        }

        var asks = words.HasAny("anything", "something", "any", "have", "an");
        if (words.HasAny("earlier", "sooner"))
        {
            return asks || words.HasAny("sooner") ? OfferChoice.SomethingEarlier : OfferChoice.Earlier;
        }

        if (words.HasAny("later"))
        {
            return asks ? OfferChoice.SomethingLater : OfferChoice.Later;
        }

        if (words.HasAny("first available", "first visit", "first time", "first name", "last name"))
        {
            return OfferChoice.None;
        }

        if (words.HasAny("either", "both work", "any of them", "doesn't matter", "whichever"))
        {
            return OfferChoice.Either;
        }

        return Ordinal(words);
    }

    private static OfferChoice Ordinal(ImmutableArray<Word> words)
    {
        var pointed = words.HasAny("one", "option", "number", "please") || words.HasAny("the first", "the second", "the third", "the last", "the former", "the latter") || words.Length <= 2;
        if (!pointed || words.Any(w => Month.Of(w.Text) > 0) || words.HasAny("just a second", "hang on a second", "one second", "one moment"))
        {
            return OfferChoice.None;
        }

        if (words.HasAny("first", "1st", "former", "option one", "option 1", "number one", "number 1"))
        {
            return OfferChoice.First;
        }

        if (words.HasAny("second", "2nd", "latter", "option two", "option 2", "number two", "number 2"))
        {
            return OfferChoice.Second;
        }

        return words.HasAny("third", "3rd", "number three") ? OfferChoice.Third : words.HasAny("last") ? OfferChoice.Last : OfferChoice.None;
    }
}
