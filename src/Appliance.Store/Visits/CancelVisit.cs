using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Visits;
using Appliance.Clinic.Visits.Rules;
using Appliance.Store.Appointments;
using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Identity;

namespace Appliance.Store.Visits;

/// <summary>One attempt of a verified patient to call a visit off, as a transaction.</summary>
internal sealed record CancelVisit(ClinicProfile Profile, VerifiedPatient Patient, AppointmentId Id, string Reason, IdempotencyKey Key)
{
    public VisitResult Run(StoreTransaction transaction)
    {
        transaction.Reached(StorePoint.ChangeBegun);
        var idempotency = new Idempotency(transaction, "cancel", Key, Patient.Call.ToString(), Id.Value).Look();
        if (IdentityChecks.PatientOf(transaction.Connection, Patient.Id, Patient.Call, transaction.Now) is not { } patient)
        {
            return Refuse(VisitRefusal.NotVerified);
        }

        if (idempotency.IsReused)
        {
            return Refuse(VisitRefusal.KeyReused);
        }

        if (AppointmentDocuments.FindOf(transaction, Id, patient, Patient.Call) is not { } stored)
        {
            return Refuse(VisitRefusal.Unknown);
        }

        // A cancelled appointment never changes again, so it still has the time that was given up.
        return idempotency.Subject is null && Judge(stored.Appointment, transaction.Now) is { } refusal
            ? Refuse(refusal)
            : idempotency.Subject is null ? Cancel(transaction, stored, idempotency) : Answer(stored.Appointment);
    }

    private VisitRefusal? Judge(Appointment appointment, DateTimeOffset now) =>
        appointment.Status == AppointmentStatus.Cancelled ? VisitRefusal.AlreadyCancelled
        : VisitIsChangedBeforeLeadTime.IsMet(appointment.Time, Profile, now) ? null
        : VisitRefusal.TooLate;

    private VisitResult.Changed Cancel(StoreTransaction transaction, StoredAppointment stored, Idempotency idempotency)
    {
        var call = Patient.Call;
        var change = new AppointmentChangeBody(
            AppointmentChangeKind.Cancelled, transaction.Now, call.Kind, call.Id, Reason, HoldId: null, VisitTimeBody.Of(stored.Appointment.Time), To: null);
        AppointmentDocuments.Change(transaction, stored, stored.Appointment with { Status = AppointmentStatus.Cancelled }, change);
        Occupancy.Release(transaction, Id);
        transaction.Reached(StorePoint.TimeChanged);

        Outbox.Add(transaction, "appointment.cancelled", Id.Value);
        idempotency.Remember(Id.Value);
        transaction.Reached(StorePoint.OutboxWritten);

        transaction.Audit(call, AuditAction.AppointmentCancelled, Id.Value);
        transaction.Reached(StorePoint.AuditWritten);
        return Answer(stored.Appointment);
    }

    private static VisitResult.Changed Answer(Appointment appointment) => new(new Visit(appointment.Id, appointment.Time));

    private static VisitResult.Refused Refuse(VisitRefusal reason) => new(reason);
}
