using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Identity;

namespace Appliance.Clinic.Visits;

/// <summary>
/// What patients may ask of their own appointments by telephone. Every member takes the proof of who is calling and checks it in the
/// transaction of the deed. Refusals are results; exceptions mean that the store is lost and that nothing was changed.
/// </summary>
public interface IVisitDesk
{
    /// <summary>The patient's visits to come.</summary>
    Task<UpcomingVisits> ListUpcomingAsync(VerifiedPatient patient, CancellationToken cancellationToken);

    /// <summary>Calls a visit off: its time is free at once, the appointment is kept with the reason.</summary>
    Task<VisitResult> CancelAsync(
        VerifiedPatient patient, AppointmentId visit, string reason, IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>Moves a visit to the opening that this call holds, in one step: the old time is given up only with the new one taken.</summary>
    Task<VisitResult> MoveAsync(VerifiedPatient patient, AppointmentId visit, HoldId hold, IdempotencyKey key, CancellationToken cancellationToken);
}
