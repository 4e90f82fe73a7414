using System.Collections.Immutable;
using Appliance.Dialog.Facts;

namespace Appliance.Dialog.Understanding;

/// <summary>Doctors by name: exact, or near by sound and spelling, but only ones that exist.</summary>
public static class DoctorParser
{
    private static readonly string[] _any =
    [
        "any doctor", "anyone", "anybody", "any of them", "doesn't matter", "don't care", "no preference", "whoever", "any is fine", "either is fine", "either one", "don't mind",
        "first available", "no one in particular", "nobody in particular", "not really", "any available", "any provider",
    ];

    /// <summary>The doctor said, or null. A bare last name counts only where a doctor is expected.</summary>
    public static DoctorReading? Parse(ImmutableArray<Word> words, ClinicFacts facts, Expectation expectation)
    {
        DoctorReading? found = null;
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Text is "doctor" && words[i + 1].Text.Length > 1 && !Corrections.IsNegated(words, i) && !NotNames.Contains(words[i + 1].Text))
            {
                found = Match(words[i + 1].Text, facts, near: true) is { } doctor ? new DoctorReading(doctor.Id) : new DoctorReading(null, Unknown: words[i + 1].Raw);
            }
        }

        if (found is not null)
        {
            return found;
        }

        if (expectation is Expectation.Doctor or Expectation.Change)
        {
            foreach (var word in words.Where(w => w.Text.Length > 1 && !NotNames.Contains(w.Text)))
            {
                if (Match(word.Text, facts, near: expectation is Expectation.Doctor) is { } doctor)
                {
                    return new DoctorReading(doctor.Id);
                }
            }
        }

        var any = words.HasAny(_any) || (expectation is Expectation.Doctor && (words.IsAt(0, "any", "no", "nope", "whichever") || words.HasAny("either", "any")));
        return any && expectation is not (Expectation.Offer or Expectation.YesNo) ? new DoctorReading(null, Any: true) : null;
    }

    private static DoctorFact? Match(string spoken, ClinicFacts facts, bool near)
    {
        var name = spoken.EndsWith("'s", StringComparison.Ordinal) ? spoken[..^2] : spoken;
        foreach (var doctor in facts.Doctors)
        {
            if (string.Equals(doctor.FamilyName, name, StringComparison.OrdinalIgnoreCase))
            {
                return doctor;
            }
        }

        if (!near)
        {
            return null;
        }

        // One clear nearest, or none: two doctors that sound alike are asked about.
        var ranked = facts.Doctors.Select(d => (d, score: Distance(d.FamilyName, name))).OrderBy(p => p.score).ToArray();
        return ranked.Length > 0 && ranked[0].score <= 2 && (ranked.Length == 1 || ranked[1].score > ranked[0].score) ? ranked[0].d : null;
    }

    private static int Distance(string family, string spoken)
    {
        var edits = EditDistance.Between(family.ToLowerInvariant(), spoken);
        var alike = string.Equals(Soundex.Of(family), Soundex.Of(spoken), StringComparison.Ordinal);
        var allowed = Math.Max(1, family.Length / 3) + (alike ? 1 : 0);
        return edits <= allowed ? edits - (alike ? 1 : 0) : int.MaxValue;
    }
}
