using System.Collections.Immutable;
using System.Globalization;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Callbacks;

namespace Appliance.Regression.Scenarios;

/// <summary>What of the store a scenario can ask for, as text.</summary>
internal static class ScoredFields
{
    public static ImmutableArray<string> OfAppointment { get; } = ["doctor", "visitType", "start", "name", "birthDate", "phone"];

    public static ImmutableArray<string> OfCallback { get; } = ["name", "phone", "urgent"];

    public static ImmutableSortedDictionary<string, string> Of(Appointment stored) => Sorted(
        ("doctor", stored.DoctorId),
        ("visitType", stored.VisitTypeId),
        ("start", stored.LocalStart.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        ("name", stored.Patient.Details.Name),
        ("birthDate", stored.Patient.Details.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("phone", stored.Patient.Details.Phone));

    public static ImmutableSortedDictionary<string, string> Of(CallbackTask stored) => Sorted(
        ("name", stored.Request.Name ?? "none"),
        ("phone", stored.Request.Phone ?? "none"),
        ("urgent", stored.Request.Summary.StartsWith("URGENT.", StringComparison.Ordinal) ? "yes" : "no"));

    private static ImmutableSortedDictionary<string, string> Sorted(params (string Field, string Value)[] fields) =>
        fields.ToImmutableSortedDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal);
}
