using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Visits;
using Appliance.Store.Appointments;
using Appliance.Store.Database;
using Appliance.Store.Identity;

namespace Appliance.Store.Visits;

/// <summary>What patients may ask of their own appointments, on the store.</summary>
internal sealed class VisitDesk(StoreWriter writer, ClinicProfile profile) : IVisitDesk
{
    public Task<UpcomingVisits> ListUpcomingAsync(VerifiedPatient patient, CancellationToken cancellationToken) => writer.RunAsync<UpcomingVisits>(
        transaction =>
        {
            if (IdentityChecks.PatientOf(transaction.Connection, patient.Id, patient.Call, transaction.Now) is not { } id)
            {
                return new UpcomingVisits.NotVerified();
            }

            var appointments = AppointmentDocuments.ListUpcoming(transaction, id, patient.Call);
            return new UpcomingVisits.Found(appointments.ConvertAll(appointment => new Visit(appointment.Id, appointment.Time)));
        },
        cancellationToken);

    public Task<VisitResult> CancelAsync(
        VerifiedPatient patient, AppointmentId visit, string reason, IdempotencyKey key, CancellationToken cancellationToken) =>
        writer.RunAsync(new CancelVisit(profile, patient, visit, reason, key).Run, cancellationToken);

    public Task<VisitResult> MoveAsync(
        VerifiedPatient patient, AppointmentId visit, HoldId hold, IdempotencyKey key, CancellationToken cancellationToken) =>
        writer.RunAsync(new MoveVisit(profile, patient, visit, hold, key).Run, cancellationToken);
}
