using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding.Model;

/// <summary>Takes from a model's answer what was offered to it, and nothing else.</summary>
public static class ModelReading
{
    private static readonly OfferChoice[] _places = [OfferChoice.First, OfferChoice.Second, OfferChoice.Third];

    /// <summary>
    /// What the rules heard, completed by the answer; null when that is not to be trusted: unsure, empty, or naming what was not offered.
    /// What the rules heard themselves stays as it is.
    /// </summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What came back; null when nothing did in time.</param>
    /// <param name="heard">What the rules heard in the same words.</param>
    /// <param name="leastProbability">An answer below it is not taken, 0 to 1.</param>
    public static Understood? Of(ModelQuestion question, ModelAnswer? answer, Understood heard, float leastProbability)
    {
        // Written this way round so that a probability that is not a number is refused.
        if (answer is null || !(answer.Probability >= leastProbability) || Intent(question, answer) is not { } intent)
        {
            return null;
        }

        var doctor = Find(question.Doctors, answer.Doctor);
        var visit = Find(question.VisitTypes, answer.VisitType);
        var opening = Find(question.Openings, answer.Opening);
        var foreign = (doctor < 0 && answer.Doctor is not null) || (visit < 0 && answer.VisitType is not null)
            || (opening < 0 && answer.Opening is not null) || (answer.YesNo is not null && !question.YesNo);
        var empty = intent is CallerIntent.None && doctor < 0 && visit < 0 && opening < 0 && answer.YesNo is null;
        return foreign || empty
            ? null
            : heard with
            {
                Intent = heard.Intent is CallerIntent.None ? intent : heard.Intent,
                Doctor = heard.Doctor ?? (doctor < 0 ? null : new DoctorReading(question.Doctors[doctor].Id)),
                Reason = heard.Reason ?? (visit < 0 ? null : new ReasonReading(question.VisitTypes[visit].Id, question.VisitTypes[visit].Name)),
                Choice = heard.Choice is OfferChoice.None && opening >= 0 ? _places[opening] : heard.Choice,
                YesNo = heard.YesNo ?? answer.YesNo,
            };
    }

    private static CallerIntent? Intent(ModelQuestion question, ModelAnswer answer) => answer.Intent is null
        ? CallerIntent.None
        : IntentNames.Find(answer.Intent) is { } intent && (intent is CallerIntent.None || question.Intents.Contains(intent)) ? intent : null;

    private static int Find(ImmutableArray<ModelChoice> choices, string? handle)
    {
        for (var i = 0; i < choices.Length; i++)
        {
            if (string.Equals(choices[i].Handle, handle, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
