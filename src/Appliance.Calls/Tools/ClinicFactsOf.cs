using System.Collections.Immutable;
using Appliance.Clinic.Profiles;
using Appliance.Dialog.Facts;

namespace Appliance.Calls.Tools;

/// <summary>Tells the dialog what it may know of the clinic.</summary>
public static class ClinicFactsOf
{
    /// <summary>The facts at the moment a call is answered. Where a day has several spans of hours, the first opening and the last closing count.</summary>
    public static ClinicFacts Profile(ClinicProfile profile, DateTimeOffset answered)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new ClinicFacts
        {
            ClinicName = profile.Name,
            AnsweredLocal = DateTime.SpecifyKind(profile.Clock.ToLocal(answered), DateTimeKind.Unspecified),
            TimeZone = profile.TimeZone.Id,
            Doctors = [.. profile.Doctors.Select(doctor => new DoctorFact(doctor.Id, doctor.Name))],
            VisitTypes = VisitTypes(profile),
            Hours = [.. profile.Hours.Hours.GroupBy(span => span.Day)
                .Select(day => new OpenHours(day.Key, day.Min(span => span.From), day.Max(span => span.To)))],
            ClosedDays = [.. profile.ClosedDays.Select(day => new ClosedDayFact(day.Date, day.Name))],
        };
    }

    // The dialog takes the first as the default.
    private static ImmutableArray<VisitTypeFact> VisitTypes(ClinicProfile profile) =>
        [.. profile.VisitTypes
            .OrderByDescending(type => string.Equals(type.Id, profile.DefaultVisitTypeId, StringComparison.Ordinal))
            .Select(type => new VisitTypeFact(type.Id, Article(type.Name) + type.Name, [type.Name, .. type.Keywords]))];

    private static string Article(string name) => "aeiou".Contains(char.ToLowerInvariant(name[0])) ? "an " : "a ";
}
