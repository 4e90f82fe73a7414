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
    private const string Columns = "id, version, doctor, start, \"end\", patient, body";

    public static void Add(StoreTransaction transaction, Appointment appointment)
    {
        var body = new AppointmentBody(
            appointment.VisitTypeId,
            appointment.LocalStart,
            appointment.Reason,
            appointment.BookedBy.Kind,
            appointment.BookedBy.Id,
            appointment.BookedAt);
        var name = new DocumentName(Collection, appointment.Id.Value, 1);
        transaction.Connection.Execute(
            "INSERT INTO appointments VALUES ($id, 1, $id, $doctor, $start, $end, $patient, $body)",
            ("$id", appointment.Id.Value),
            ("$doctor", appointment.DoctorId),
            ("$start", appointment.Visit.Start.ToUnixTimeMilliseconds()),
            ("$end", appointment.Visit.End.ToUnixTimeMilliseconds()),
            ("$patient", appointment.Patient.Id.Value),
            ("$body", SealedDocument.Close(transaction.Keys.Documents, body, StoreJson.Default.AppointmentBody, name)));
    }

    public static Appointment Load(StoreTransaction transaction, AppointmentId id, Actor actor)
    {
        var rows = transaction.Connection.Query($"SELECT {Columns} FROM appointments WHERE id = $id", Row.Read, ("$id", id.Value));
        return rows.Count == 1
            ? Open(transaction, rows[0], actor)
            : throw new StoreException(StoreErrorReason.Damaged, $"The appointment {id} is missing.");
    }

    public static List<Appointment> List(StoreTransaction transaction, AppointmentQuery query, Actor actor)
    {
        var rows = transaction.Connection.Query(
            $"SELECT {Columns} FROM appointments WHERE start >= $from AND start < $until AND ($doctor IS NULL OR doctor = $doctor) ORDER BY start, doctor",
            Row.Read,
            ("$from", query.From.ToUnixTimeMilliseconds()),
            ("$until", query.Until.ToUnixTimeMilliseconds()),
            ("$doctor", query.DoctorId));
        return rows.ConvertAll(row => Open(transaction, row, actor));
    }

    /// <summary>Appointments of one patient that have not started yet.</summary>
    public static List<Appointment> ListUpcoming(StoreTransaction transaction, PatientId patient, Actor actor)
    {
        var rows = transaction.Connection.Query(
            $"SELECT {Columns} FROM appointments WHERE patient = $patient AND start > $now ORDER BY start, id",
            Row.Read,
            ("$patient", patient.Value),
            ("$now", transaction.Now.ToUnixTimeMilliseconds()));
        return rows.ConvertAll(row => Open(transaction, row, actor));
    }

    private static Appointment Open(StoreTransaction transaction, Row row, Actor actor)
    {
        transaction.Audit(actor, AuditAction.AppointmentRead, row.Id);
        var patient = PatientDocuments.Load(transaction, new PatientId(row.Patient), actor);
        var name = new DocumentName(Collection, row.Id, row.Version);
        var body = SealedDocument.Open(transaction.Keys.Documents, row.Body, StoreJson.Default.AppointmentBody, name);
        return new Appointment(
            new AppointmentId(row.Id),
            row.Doctor,
            body.VisitTypeId,
            body.LocalStart,
            new TimeInterval(DateTimeOffset.FromUnixTimeMilliseconds(row.Start), DateTimeOffset.FromUnixTimeMilliseconds(row.End)),
            patient,
            body.Reason,
            Actor.Of(body.BookedByKind, body.BookedById),
            body.BookedAt);
    }

    private sealed record Row(string Id, long Version, string Doctor, long Start, long End, string Patient, byte[] Body)
    {
        public static Row Read(SqliteDataReader row) => new(
            row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetString(5), (byte[])row[6]);
    }
}
