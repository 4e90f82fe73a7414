using System.Collections.Immutable;
using Appliance.Dialog.Facts;

namespace Appliance.Dialog.Understanding;

/// <summary>Reasons of a visit, by the keywords of the clinic's visit types and by common complaints.</summary>
public static class ReasonParser
{
    private static readonly string[] _complaints =
    [
        "sore throat", "back pain", "knee pain", "stomach pain", "ear infection", "sprained ankle", "tooth ache", "blood pressure", "medication review", "flu shot", "follow up", "allergy test",
        "eye exam", "physical therapy", "x ray", "blood work", "bad cough", "checkup", "check up", "physical", "rash", "headache", "cough", "fever", "vaccination", "vaccine", "consultation",
        "cleaning", "toothache", "referral", "cold", "flu", "pain", "hurts", "ache", "infection", "injury", "swelling", "dizzy", "nausea", "allergies", "allergy", "anxiety", "prescription",
        "sick", "new patient", "exam", "screening", "shot", "test", "ankle", "knee", "back", "shoulder", "throat", "ear", "stomach",
    ];

    private static readonly string[] _openings = ["it's about", "it is about", "it's for", "it is for", "because of", "i've had", "i have", "i got", "for", "about", "with", "my"];

    // Keywords that everybody says who wants an appointment; a reason only when asked for one.
    private static readonly string[] _generic = ["appointment", "visit", "see a doctor", "see the doctor", "doctor", "consult", "new patient", "test results"];

    /// <summary>The reason said, or null. Free words count only where a reason is expected and they are introduced as one.</summary>
    public static ReasonReading? Parse(ImmutableArray<Word> words, ClinicFacts facts, Expectation expectation)
    {
        var (type, keyword) = facts.VisitTypes
            .SelectMany(v => v.Keywords.Append(BareName(v)).Select(k => (v, k: k.ToLowerInvariant().Replace('-', ' '))))
            .Where(p => words.IndexOf(p.k) >= 0 && (expectation is Expectation.Reason || !_generic.Contains(p.k)))
            .OrderBy(p => _generic.Contains(p.k))
            .ThenByDescending(p => p.k.Length)
            .FirstOrDefault();
        if (type is not null)
        {
            return new ReasonReading(type.Id, keyword);
        }

        var complaint = _complaints.Where(c => words.IndexOf(c) >= 0).MaxBy(c => c.Length);
        if (complaint is not null && (expectation is Expectation.Reason || words.HasAny("for", "about", "have", "had", "my")) && complaint is not ("back" or "test" or "cold"))
        {
            return new ReasonReading(null, complaint);
        }

        return expectation is Expectation.Reason ? Introduced(words) ?? (complaint is null ? null : new ReasonReading(null, complaint)) : null;
    }

    /// <summary>Whatever the caller said, as his own words for the reason; null if there are fewer than two words in it.</summary>
    public static ReasonReading? OwnWords(ImmutableArray<Word> words)
    {
        var text = string.Join(' ', words.Where(w => w.Text is not ("um" or "uh" or "well" or "so")).Select(w => w.Raw));
        return text.Contains(' ', StringComparison.Ordinal) ? new ReasonReading(null, text) : null;
    }

    private static string BareName(VisitTypeFact type) =>
        type.Name.StartsWith("a ", StringComparison.Ordinal) ? type.Name[2..] : type.Name.StartsWith("an ", StringComparison.Ordinal) ? type.Name[3..] : type.Name;

    private static ReasonReading? Introduced(ImmutableArray<Word> words)
    {
        foreach (var opening in _openings)
        {
            var at = words.IndexOf(opening);
            var from = at + opening.Split(' ').Length;
            if (at >= 0 && from < words.Length)
            {
                from = words.IsAt(from, "a", "an", "the", "some", "my") && from + 1 < words.Length ? from + 1 : from;
                return new ReasonReading(null, string.Join(' ', words[from..Math.Min(words.Length, from + 6)].Select(w => w.Raw)));
            }
        }

        return null;
    }
}
