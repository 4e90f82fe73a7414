using Appliance.Calls.Playout;
using Appliance.Clinic.Profiles;
using Appliance.Dialog.Conversation;

namespace Appliance.Host.Engines;

/// <summary>The sentences that are the same in every call of a clinic, cut as they are spoken.</summary>
public static class FixedPhrases
{
    /// <summary>Every sentence that needs no more than the clinic's and its doctors' names, once each.</summary>
    public static IReadOnlyList<string> Of(ClinicProfile clinic)
    {
        ArgumentNullException.ThrowIfNull(clinic);
        var doctors = List([.. clinic.Doctors.Select(doctor => "Doctor " + doctor.Name)]);
        return
        [
            .. Phrases.All.Keys
                .SelectMany(id => Phrases.All[id].Select((_, attempt) => Phrases.Of(id, attempt, ("clinic", clinic.Name), ("doctors", doctors))))
                .SelectMany(SpokenSentences.Of)
                .Where(sentence => !sentence.Contains('{', StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    // As the dialog words it.
    private static string List(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
