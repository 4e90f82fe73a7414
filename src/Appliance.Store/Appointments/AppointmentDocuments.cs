using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Patients;
using Appliance.Clinic.Schedules;
using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Patients;
using Appliance.Store.Sealing;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Appointments;

/// <summary>Appointments in the database; each one read makes an entry for it and for its patient.</summary>
internal static class AppointmentDocuments
{
    private const string Collection = "appointments";
    private const string Columns = "id, version, state, doctor, start, \"end\", patient, body";

    public static void Add(StoreTransaction transaction, Appointment appointment) => transaction.Connection.Execute(
        "INSERT INTO appointments VALUES ($id, 1, $state, $id, $doctor, $start, $end, $patient, $body)",
        [.. Values(transaction, new StoredAppointment(appointment, 1, [])), ("$patient", appointment.Patient.Id.Value)]);

    /// <summary>Writes the next version with one change more; a cancelled appointment lets go of its time.</summary>
    public static void Change(StoreTransaction transaction, StoredAppointment before, Appointment after, AppointmentChangeBody change)
    {
        var next = new StoredAppointment(after, before.Version + 1, [.. before.Changes, change]);
        transaction.Connection.Execute(
            """
            UPDATE appointments SET version = $version, state = $state, occupancy = $occupancy,
              doctor = $doctor, start = $start, "end" = $end, body = $body WHERE id = $id
            """,
            [
                .. Values(transaction, next),
                ("$version", next.Version),
                ("$occupancy", after.Status == AppointmentStatus.Booked ? after.Id.Value : null),
            ]);
    }

    /// <summary>Null when the patient has no such appointment; then nothing was read.</summary>
    public static StoredAppointment? FindOf(StoreTransaction transaction, AppointmentId id, PatientId patient, Actor actor) => transaction.Connection.Query(
        $"SELECT {Columns} FROM appointments WHERE id = $id AND patient = $patient", Row.Read, ("$id", id.Value), ("$patient", patient.Value))
        .ConvertAll(row => Open(transaction, row, actor)).FirstOrDefault();

    /// <summary>Null when there is no such appointment.</summary>
    public static StoredAppointment? Find(StoreTransaction transaction, AppointmentId id, Actor actor) => transaction.Connection.Query(
        $"SELECT {Columns} FROM appointments WHERE id = $id", Row.Read, ("$id", id.Value))
        .ConvertAll(row => Open(transaction, row, actor)).FirstOrDefault();

    public static Appointment Load(StoreTransaction transaction, AppointmentId id, Actor actor) => Find(transaction, id, actor)?.Appointment
        ?? throw new StoreException(StoreErrorReason.Damaged, $"The appointment {id} is missing.");

    public static List<Appointment> List(StoreTransaction transaction, AppointmentQuery query, Actor actor)
    {
        var rows = transaction.Connection.Query(
            $"""
            SELECT {Columns} FROM appointments WHERE start >= $from AND start < $until
              AND ($doctor IS NULL OR doctor = $doctor) AND ($cancelled OR state = 1) ORDER BY start, doctor, id
            """,
            Row.Read,
            ("$from", query.From.ToUnixTimeMilliseconds()),
            ("$until", query.Until.ToUnixTimeMilliseconds()),
            ("$doctor", query.DoctorId),
            ("$cancelled", query.WithCancelled));
        return rows.ConvertAll(row => Open(transaction, row, actor).Appointment);
    }

    /// <summary>Appointments of one patient that are to take place and have not started yet.</summary>
    public static List<Appointment> ListUpcoming(StoreTransaction transaction, PatientId patient, Actor actor)
    {
        var rows = transaction.Connection.Query(
            $"SELECT {Columns} FROM appointments WHERE patient = $patient AND start > $now AND state = 1 ORDER BY start, id",
            Row.Read,
            ("$patient", patient.Value),
            ("$now", transaction.Now.ToUnixTimeMilliseconds()));
        return rows.ConvertAll(row => Open(transaction, row, actor).Appointment);
    }

    private static (string Name, object? Value)[] Values(StoreTransaction transaction, StoredAppointment stored)
    {
        var appointment = stored.Appointment;
        var body = new AppointmentBody(
            appointment.VisitTypeId,
            appointment.LocalStart,
            appointment.Reason,
            appointment.BookedBy.Kind,
            appointment.BookedBy.Id,
            appointment.BookedAt,
            stored.Changes);
        var name = new DocumentName(Collection, appointment.Id.Value, stored.Version);
        return
        [
            ("$id", appointment.Id.Value),
            ("$state", (int)appointment.Status),
            ("$doctor", appointment.DoctorId),
            ("$start", appointment.Visit.Start.ToUnixTimeMilliseconds()),
            ("$end", appointment.Visit.End.ToUnixTimeMilliseconds()),
            ("$body", SealedDocument.Close(transaction.Keys.Documents, body, StoreJson.Default.AppointmentBody, name)),
        ];
    }

    private static StoredAppointment Open(StoreTransaction transaction, Row row, Actor actor)
    {
        transaction.Audit(actor, AuditAction.AppointmentRead, row.Id);
        var patient = PatientDocuments.Load(transaction, new PatientId(row.Patient), actor);
        var name = new DocumentName(Collection, row.Id, row.Version);
        var body = SealedDocument.Open(transaction.Keys.Documents, row.Body, StoreJson.Default.AppointmentBody, name);
        var appointment = new Appointment(
            new AppointmentId(row.Id),
            row.Doctor,
            body.VisitTypeId,
            body.LocalStart,
            new TimeInterval(DateTimeOffset.FromUnixTimeMilliseconds(row.Start), DateTimeOffset.FromUnixTimeMilliseconds(row.End)),
            patient,
            body.Reason,
            Actor.Of(body.BookedByKind, body.BookedById),
            body.BookedAt)
        {
            Status = row.Status,
        };
        return new StoredAppointment(appointment, row.Version, body.Changes ?? []);
    }

    private sealed record Row(string Id, long Version, AppointmentStatus Status, string Doctor, long Start, long End, string Patient, byte[] Body)
    {
        public static Row Read(SqliteDataReader row) => new(
            row.GetString(0),
            row.GetInt64(1),
            (AppointmentStatus)row.GetInt32(2),
            row.GetString(3),
            row.GetInt64(4),
            row.GetInt64(5),
            row.GetString(6),
            (byte[])row[7]);
    }
}
