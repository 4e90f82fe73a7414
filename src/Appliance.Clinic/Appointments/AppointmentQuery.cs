namespace Appliance.Clinic.Appointments;

/// <summary>Appointments that start at or after From and before Until, ordered by start; null doctor: of all doctors.</summary>
public sealed record AppointmentQuery(DateTimeOffset From, DateTimeOffset Until, string? DoctorId = null)
{
    /// <summary>Default: false, only visits that are to take place.</summary>
    public bool WithCancelled { get; init; }
}
