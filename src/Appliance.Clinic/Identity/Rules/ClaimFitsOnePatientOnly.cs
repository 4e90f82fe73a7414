using Appliance.Clinic.Patients;

namespace Appliance.Clinic.Identity.Rules;

/// <summary>Of several patients with one name and birth date none is verified: the wrong one would be told of the other's visits.</summary>
public static class ClaimFitsOnePatientOnly
{
    public static bool IsMet(IReadOnlyList<PatientId> fitting) => fitting.Count == 1;
}
