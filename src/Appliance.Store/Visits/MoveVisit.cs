using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Holds.Rules;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Profiles;
using Appliance.Clinic.Visits;
using Appliance.Clinic.Visits.Rules;
using Appliance.Store.Appointments;
using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Identity;

namespace Appliance.Store.Visits;

/// <summary>One attempt of a verified patient to move a visit to an opening that the call holds, as a transaction.</summary>
internal sealed record MoveVisit(ClinicProfile Profile, VerifiedPatient Patient, AppointmentId Id, HoldId Hold, IdempotencyKey Key)
{
    public VisitResult Run(StoreTransaction transaction)
    {
        transaction.Reached(StorePoint.ChangeBegun);
        var idempotency = new Idempotency(transaction, "move", Key, Patient.Call.ToString(), Id.Value, Hold.Value).Look();
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

        if (idempotency.Subject is not null)
        {
            return Answer(stored.Changes.Single(change => string.Equals(change.HoldId, Hold.Value, StringComparison.Ordinal)).To!.ToTime());
        }

        return Judge(transaction, stored.Appointment, out var opening) is { } refusal ? Refuse(refusal) : Move(transaction, stored, opening!, idempotency);
    }

    private VisitRefusal? Judge(StoreTransaction transaction, Appointment appointment, out Opening? opening)
    {
        opening = null;
        if (appointment.Status == AppointmentStatus.Cancelled)
        {
            return VisitRefusal.AlreadyCancelled;
        }

        if (!VisitIsChangedBeforeLeadTime.IsMet(appointment.Time, Profile, transaction.Now))
        {
            return VisitRefusal.TooLate;
        }

        if (HoldDocuments.Find(transaction, Hold, Patient.Call) is not { State: HoldState.Live } found
            || !HoldBooksOnlyForItsHolder.IsMet(found.Hold.Holder, Patient.Call))
        {
            return VisitRefusal.HoldUnknown;
        }

        opening = found.Hold.Opening;
        return !ExpiredHoldNeverBooks.IsMet(found.Hold.ExpiresAt, transaction.Now) ? VisitRefusal.HoldExpired
            : MoveKeepsTheVisitType.IsMet(appointment.Time, opening) ? null
            : VisitRefusal.OtherVisitType;
    }

    private VisitResult.Changed Move(StoreTransaction transaction, StoredAppointment stored, Opening opening, Idempotency idempotency)
    {
        if (!Occupancy.TryExchange(transaction, Hold, opening, Id))
        {
            throw new StoreException(StoreErrorReason.Damaged, $"The hold {Hold} or the appointment {Id} has lost its time.");
        }

        transaction.Reached(StorePoint.TimeChanged);
        var call = Patient.Call;
        var to = new VisitTime(opening.DoctorId, opening.VisitTypeId, opening.LocalStart, opening.Visit);
        var change = new AppointmentChangeBody(
            AppointmentChangeKind.Moved, transaction.Now, call.Kind, call.Id, string.Empty, Hold.Value, VisitTimeBody.Of(stored.Appointment.Time), VisitTimeBody.Of(to));
        AppointmentDocuments.Change(transaction, stored, stored.Appointment.At(to), change);
        HoldDocuments.SetState(transaction, Hold, HoldState.Booked);
        transaction.Reached(StorePoint.AppointmentWritten);

        Outbox.Add(transaction, "appointment.moved", Id.Value, stored.Version + 1);
        idempotency.Remember(Id.Value);
        transaction.Reached(StorePoint.OutboxWritten);

        transaction.Audit(call, AuditAction.AppointmentMoved, Id.Value);
        transaction.Reached(StorePoint.AuditWritten);
        return Answer(to);
    }

    private VisitResult.Changed Answer(VisitTime time) => new(new Visit(Id, time));

    private static VisitResult.Refused Refuse(VisitRefusal reason) => new(reason);
}
