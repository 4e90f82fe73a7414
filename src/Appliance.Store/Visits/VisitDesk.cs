using Appliance.Clinic.Appointments;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Visits;
using Appliance.Store.Appointments;
using Appliance.Store.Database;
using Appliance.Store.Identity;

namespace Appliance.Store.Visits;

/// <summary>What patients may ask of their own appointments, on the store.</summary>
internal sealed class VisitDesk(StoreWriter writer) : IVisitDesk
{
    public Task<UpcomingVisits> ListUpcomingAsync(VerifiedPatient patient, CancellationToken cancellationToken) => writer.RunAsync<UpcomingVisits>(
        transaction =>
        {
            if (IdentityChecks.PatientOf(transaction.Connection, patient.Id, patient.Call, transaction.Now) is not { } id)
            {
                return new UpcomingVisits.NotVerified();
            }

            var appointments = AppointmentDocuments.ListUpcoming(transaction, id, patient.Call);
            return new UpcomingVisits.Found(appointments.ConvertAll(VisitOf));
        },
        cancellationToken);

    private static Visit VisitOf(Appointment appointment) => new(
        appointment.Id, new VisitTime(appointment.DoctorId, appointment.VisitTypeId, appointment.LocalStart, appointment.Visit));
}
