using System.Collections.Frozen;

namespace Appliance.Dialog.Understanding;

/// <summary>Judges from the words so far whether the caller is done, for endpointing.</summary>
public static class CompletenessJudge
{
    private static readonly FrozenSet<string> _dangling = new[]
    {
        "um", "uh", "er", "and", "or", "but", "on", "at", "to", "for", "with", "the", "a", "an", "my", "is", "from", "of", "so", "because", "i", "i'd", "i'm", "like", "next", "this", "doctor",
        "between", "after", "before", "around", "about", "it's", "well", "then", "if", "by", "double", "as", "his", "her", "that's", "was",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _wholeEndings = new[] { "hold on", "hang on", "i think so", "go on", "what for", "to talk to", "this", "that was", "it is", "yes it is" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The judgement.</summary>
    public static Completeness Judge(string text, ListeningContext context)
    {
        var heard = RuleUnderstanding.Read(text, context);
        if (heard.Words.IsEmpty)
        {
            return Completeness.Neutral;
        }

        if (heard.Guard is Guard.Emergency or Guard.Person or Guard.StopCalling)
        {
            return Completeness.Complete;
        }

        var trimmed = text.TrimEnd();
        if (IsDangling(trimmed, heard))
        {
            return Completeness.Unfinished;
        }

        var judged = heard.Has(Manner.Goodbye | Manner.Repeat | Manner.HoldOn) ? Completeness.Complete : OfExpectation(heard, trimmed, context);
        if (trimmed.EndsWith(','))
        {
            return BeforeComma(judged);
        }

        var corrected = heard.Corrects && (heard.Day is not null || heard.Time is not null || heard.Doctor is not null);
        return judged is Completeness.Neutral && corrected ? Completeness.Extendable : judged;
    }

    private static bool IsDangling(string trimmed, Understood heard)
    {
        if (trimmed.EndsWith("...", StringComparison.Ordinal) || trimmed.EndsWith('…') || trimmed.EndsWith('-'))
        {
            return true;
        }

        return _dangling.Contains(heard.Words[^1].Text) && !trimmed.EndsWith('?')
            && !_wholeEndings.Any(e => trimmed.TrimEnd('.', '!', ',').EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    // A comma is a voice that stays up: more is to come, though an answer that is there may be all of it.
    private static Completeness BeforeComma(Completeness judged) =>
        judged is Completeness.Complete or Completeness.Extendable ? Completeness.Neutral : Completeness.Unfinished;

    private static Completeness OfExpectation(Understood heard, string trimmed, ListeningContext context) => context.Expects switch
    {
        Expectation.YesNo => OfYesNo(heard),
        Expectation.Offer => OfOffer(heard),
        Expectation.DayAndTime => OfDayAndTime(heard, context),
        Expectation.Time => heard.Time is not null ? Completeness.Complete : Completeness.Neutral,
        Expectation.Doctor => heard.Doctor is { Unknown: null } ? Completeness.Complete : Completeness.Neutral,
        Expectation.Name => OfName(heard),
        Expectation.FamilyName or Expectation.Spelling => OfSpelling(heard, context),
        Expectation.BirthDate => OfBirthDate(heard),
        Expectation.Phone => OfPhone(heard),
        _ => OpenAnswerJudge.Judge(heard, trimmed, context),
    };

    // "No" is often followed by what is right instead, "yes" by "that's right".
    private static Completeness OfYesNo(Understood heard) => heard.YesNo switch
    {
        true => YesNoParser.IsBare(heard.Words) ? Completeness.Extendable : Completeness.Complete,
        false when heard.Has(Manner.Thanks) || (heard.Day ?? (object?)heard.Time ?? heard.Name) is not null => Completeness.Complete,
        _ => Completeness.Neutral,
    };

    // "The second one" … "please".
    private static Completeness OfOffer(Understood heard)
    {
        if (heard.Choice is not OfferChoice.None || heard.Time is not null)
        {
            var pointed = heard.Time is null && heard.Words.Length <= 3 && !heard.Words.HasAny("please", "thanks");
            return pointed ? Completeness.Extendable : Completeness.Complete;
        }

        if (heard.YesNo == true && heard.Words.Length <= 4)
        {
            return YesNoParser.IsBare(heard.Words) ? Completeness.Extendable : Completeness.Complete;
        }

        return heard.Day is not null ? Completeness.Extendable : Completeness.Neutral;
    }

    private static Completeness OfDayAndTime(Understood heard, ListeningContext context) => heard switch
    {
        { Time.Earliest: true } or { Day: not null, Time: not null } => Completeness.Complete,
        { Time: not null } when context.Day is not null => Completeness.Complete,
        { Day: not null } or { Time: not null } => Completeness.Extendable,
        _ => Completeness.Neutral,
    };

    private static Completeness OfName(Understood heard) => heard.Name switch
    {
        { Spelled: true } => Completeness.Unfinished,
        { Given: not null, Family: not null } => Completeness.Complete,
        null when EndsInLetter(heard) => Completeness.Unfinished,
        _ => Completeness.Neutral,
    };

    private static Completeness OfSpelling(Understood heard, ListeningContext context)
    {
        if (heard.Name is not { Spelled: true, Family: { } family })
        {
            return EndsInLetter(heard) ? Completeness.Unfinished : Completeness.Neutral;
        }

        return string.Equals(family, context.FamilyName, StringComparison.OrdinalIgnoreCase) ? Completeness.Complete : Completeness.Unfinished;
    }

    private static bool EndsInLetter(Understood heard) => heard.Words[^1].Text.Length == 1 && char.IsLetter(heard.Words[^1].Text[0]);

    private static Completeness OfBirthDate(Understood heard) => heard.BirthDate switch
    {
        // "March 3rd, nineteen…": a century is no year yet.
        { Date: not null } when heard.Words[^1].Text is "19" or "nineteen" or "20" or "twenty" => Completeness.Unfinished,
        { Date: not null } => Completeness.Complete,
        { MissingYear: true } => Completeness.Unfinished,
        null when heard.Words is [{ Text: { Length: 4 } year }] && year.All(char.IsAsciiDigit) => Completeness.Complete,
        null when heard.Words.Any(w => Month.Of(w.Text) > 0) => Completeness.Unfinished,
        _ => Completeness.Neutral,
    };

    // Seven digits may be all of a local number or the first seven of ten. A recogniser that is cut off within the tenth digit guesses it.
    private static Completeness OfPhone(Understood heard) => heard.Phone?.Length switch
    {
        10 => Completeness.Extendable,
        null or 0 or 7 => Completeness.Neutral,
        _ => Completeness.Unfinished,
    };
}
