using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Holds.Rules;
using Appliance.Clinic.Patients;
using Appliance.Clinic.Patients.Rules;
using Appliance.Clinic.Profiles;
using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Patients;

namespace Appliance.Store.Appointments;

/// <summary>One attempt to turn a hold into an appointment, as a transaction.</summary>
internal sealed record BookHold(ClinicProfile Profile, HoldId Hold, BookingDetails Details, IdempotencyKey Key, Actor Actor)
{
    public BookingResult Run(StoreTransaction transaction)
    {
        transaction.Reached(StorePoint.BookingBegun);
        var idempotency = new Idempotency(
            transaction,
            "book",
            Key,
            Actor.ToString(),
            Hold.Value,
            PatientMatching.Name(Details.Patient.Name),
            PatientMatching.BirthDate(Details.Patient.BirthDate),
            PatientMatching.Phone(Details.Patient.Phone)).Look();
        if (idempotency.IsReused)
        {
            return Refuse(BookingRefusal.KeyReused);
        }

        if (idempotency.Subject is { } booked)
        {
            return new BookingResult.Booked(AppointmentDocuments.Load(transaction, new AppointmentId(booked), Actor));
        }

        return Judge(transaction, out var hold) is { } refusal ? Refuse(refusal) : Book(transaction, hold!, idempotency);
    }

    private BookingRefusal? Judge(StoreTransaction transaction, out Hold? hold)
    {
        hold = null;
        if (HoldDocuments.Find(transaction, Hold, Actor) is not { State: HoldState.Live } found
            || !HoldBooksOnlyForItsHolder.IsMet(found.Hold.Holder, Actor))
        {
            return BookingRefusal.HoldUnknown;
        }

        hold = found.Hold;
        if (!ExpiredHoldNeverBooks.IsMet(hold.ExpiresAt, transaction.Now))
        {
            return BookingRefusal.HoldExpired;
        }

        return PatientCanBeFoundAgain.IsMetBy(Details.Patient, Profile.Clock.DayOf(transaction.Now)) ? null : BookingRefusal.PatientIncomplete;
    }

    private BookingResult Book(StoreTransaction transaction, Hold hold, Idempotency idempotency)
    {
        var id = AppointmentId.New();
        if (!Occupancy.TryMove(transaction, hold.Id, id))
        {
            return Refuse(BookingRefusal.HoldExpired);
        }

        var patient = PatientDocuments.FindOrAdd(transaction, Details.Patient, Actor);
        transaction.Reached(StorePoint.PatientWritten);

        var opening = hold.Opening;
        var appointment = new Appointment(
            id, opening.DoctorId, opening.VisitTypeId, opening.LocalStart, opening.Visit, patient, Details.Reason, Actor, transaction.Now);
        AppointmentDocuments.Add(transaction, appointment);
        HoldDocuments.SetState(transaction, hold.Id, HoldState.Booked);
        transaction.Reached(StorePoint.AppointmentWritten);

        Outbox.Add(transaction, "appointment.booked", id.Value);
        idempotency.Remember(id.Value);
        transaction.Reached(StorePoint.OutboxWritten);

        transaction.Audit(Actor, AuditAction.AppointmentBooked, id.Value);
        transaction.Reached(StorePoint.AuditWritten);
        return new BookingResult.Booked(appointment);
    }

    private static BookingResult.Refused Refuse(BookingRefusal reason) => new(reason);
}
