using Appliance.Clinic.Patients;

namespace Appliance.Clinic.Appointments;

/// <summary>What turns a hold into an appointment: who comes and why, in the caller's words. The visit type is the hold's.</summary>
public sealed record BookingDetails(PatientDetails Patient, string Reason)
{
    /// <summary>Deliberately says nothing: the reason for a visit is health data.</summary>
    public override string ToString() => nameof(BookingDetails);
}
