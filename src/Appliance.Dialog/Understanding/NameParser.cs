using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Names of persons: "My name is Mary Smith", "It's Smith", "Mary. Last name Smith, S-M-I-T-H".</summary>
public static class NameParser
{
    private static readonly string[] _strong = ["my name is", "the name is", "name is", "name's", "my name's", "call me", "patient is"];
    private static readonly string[] _weak = ["this is", "it's", "it is", "i'm", "i am", "that's", "for"];

    /// <summary>The name said, or null.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="expectation">A bare name counts only where a name is expected.</param>
    public static NameReading? Parse(ImmutableArray<Word> words, Expectation expectation)
    {
        var spelled = SpellingParser.Parse(words, out var start, out _);
        var plain = spelled is null ? words : words[..start];
        var wanted = expectation is Expectation.Name or Expectation.FamilyName or Expectation.Spelling;
        var reading = Labelled(plain) ?? Introduced(plain, _strong, expectation, proper: false) ?? Introduced(plain, _weak, expectation, proper: !wanted);
        if (reading is null && wanted)
        {
            reading = Split(Take(plain, SkipPoliteness(plain), proper: false), expectation);
        }

        if (spelled is null || (!wanted && reading is null))
        {
            return Guard(reading);
        }

        return new NameReading(reading?.Family is null && reading?.Given is { } only && IsNear(only, spelled) ? null : reading?.Given, spelled, Spelled: true);
    }

    // "My first name is Mary", "last name Smith".
    private static NameReading? Labelled(ImmutableArray<Word> words)
    {
        var family = After(words, "last name") ?? After(words, "surname") ?? After(words, "family name");
        var given = After(words, "first name");
        return family is null && given is null ? null : new NameReading(given, family);
    }

    private static string? After(ImmutableArray<Word> words, string label)
    {
        var at = words.IndexOf(label);
        if (at < 0)
        {
            return null;
        }

        var from = at + label.Split(' ').Length;
        from = words.IsAt(from, "is", "it's", "as") ? from + 1 : from;
        var taken = Take(words, from, proper: false);
        return taken.Length == 0 ? null : string.Join(' ', taken[..1]);
    }

    private static NameReading? Introduced(ImmutableArray<Word> words, string[] phrases, Expectation expectation, bool proper)
    {
        foreach (var phrase in phrases)
        {
            // The last one counts: "It's Mary. No, my name is Marie."
            for (var at = words.IndexOf(phrase); at >= 0; at = words.IndexOf(phrase, at + 1))
            {
                var taken = Take(words, at + phrase.Split(' ').Length, proper);
                if (taken.Length > 0 && words.IndexOf(phrase, at + 1) < 0)
                {
                    return Split(taken, expectation);
                }
            }
        }

        return null;
    }

    private static int SkipPoliteness(ImmutableArray<Word> words)
    {
        var i = 0;
        while (i < words.Length && (NotNames.IsPoliteness(words[i].Text) || Corrections.IsCorrection(words[i..(i + 1)])))
        {
            i++;
        }

        return i;
    }

    private static string[] Take(ImmutableArray<Word> words, int from, bool proper)
    {
        var taken = new List<string>(3);
        for (var i = from; i < words.Length && taken.Count < 3; i++)
        {
            var word = words[i];
            if (taken.Count == 0 && NotNames.IsPoliteness(word.Text))
            {
                continue;
            }

            var isName = word.Text.Length >= 2 && word.Text.All(c => char.IsLetter(c) || c is '\'') && !NotNames.Contains(word.Text)
                && (!proper || char.IsUpper(word.Raw[0]));
            if (!isName)
            {
                // "for Mary to see" is no name phrase; "Mary Smith please" is one.
                return taken.Count > 0 && !word.Text.Any(char.IsDigit) ? [.. taken] : [];
            }

            taken.Add(Capital(word.Raw));
            if (word.EndsClause && taken.Count >= 2)
            {
                break;
            }
        }

        return [.. taken];
    }

    private static NameReading? Split(string[] taken, Expectation expectation) => taken.Length switch
    {
        0 => null,
        1 => expectation is Expectation.FamilyName or Expectation.Spelling ? new NameReading(null, taken[0]) : new NameReading(taken[0], null),
        _ => new NameReading(taken[0], string.Join(' ', taken[1..])),
    };

    private static NameReading? Guard(NameReading? reading) => reading is { Given: null, Family: null } ? null : reading;

    private static bool IsNear(string a, string b) => EditDistance.Between(a.ToLowerInvariant(), b.ToLowerInvariant()) <= Math.Max(1, b.Length / 3);

    private static string Capital(string raw) => char.IsUpper(raw[0]) ? raw : char.ToUpperInvariant(raw[0]) + raw[1..];
}
