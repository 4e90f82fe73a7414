using Appliance.Clinic;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Patients;
using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Sealing;

namespace Appliance.Store.Patients;

/// <summary>Patients in the database: found by blind indexes over normal forms, read and written with their audit entries.</summary>
internal static class PatientDocuments
{
    private const string Collection = "patients";

    /// <summary>The patient with the same name, birth date and phone, or a new one.</summary>
    public static Patient FindOrAdd(StoreTransaction transaction, PatientDetails details, Actor actor)
    {
        var keys = transaction.Keys;
        var name = KeyedHash.Of(keys.NameIndex, PatientMatching.Name(details.Name));
        var birth = KeyedHash.Of(keys.BirthDateIndex, PatientMatching.BirthDate(details.BirthDate));
        var phone = KeyedHash.Of(keys.PhoneIndex, PatientMatching.Phone(details.Phone));
        var known = transaction.Connection.Scalar<string>(
            "SELECT id FROM patients WHERE name_index = $name AND birth_index = $birth AND phone_index = $phone",
            ("$name", name),
            ("$birth", birth),
            ("$phone", phone));
        if (known is not null)
        {
            return Load(transaction, new PatientId(known), actor);
        }

        var id = PatientId.New();
        var body = new PatientBody(details.Name, details.BirthDate, details.Phone);
        transaction.Connection.Execute(
            "INSERT INTO patients VALUES ($id, 1, $name, $birth, $phone, $body)",
            ("$id", id.Value),
            ("$name", name),
            ("$birth", birth),
            ("$phone", phone),
            ("$body", SealedDocument.Close(keys.Documents, body, StoreJson.Default.PatientBody, new DocumentName(Collection, id.Value, 1))));
        transaction.Audit(actor, AuditAction.PatientWritten, id.Value);
        return new Patient(id, details);
    }

    /// <summary>
    /// Patients that fit a claim, at most two: enough to know one from several. A phone that must be told and was not is searched for
    /// as an empty one, which no patient has, so that the same work is done.
    /// </summary>
    public static List<PatientId> Match(StoreTransaction transaction, IdentityClaim claim, bool needsPhone)
    {
        var keys = transaction.Keys;
        var phone = claim.Phone ?? (needsPhone ? string.Empty : null);
        return transaction.Connection.Query(
            """
            SELECT id FROM patients
            WHERE name_index = $name AND birth_index = $birth AND ($phone IS NULL OR phone_index = $phone) LIMIT 2
            """,
            row => new PatientId(row.GetString(0)),
            ("$name", KeyedHash.Of(keys.NameIndex, PatientMatching.Name(claim.Name))),
            ("$birth", KeyedHash.Of(keys.BirthDateIndex, PatientMatching.BirthDate(claim.BirthDate))),
            ("$phone", phone is null ? null : KeyedHash.Of(keys.PhoneIndex, PatientMatching.Phone(phone))));
    }

    public static Patient Load(StoreTransaction transaction, PatientId id, Actor actor)
    {
        var rows = transaction.Connection.Query(
            "SELECT version, body FROM patients WHERE id = $id", row => (Version: row.GetInt64(0), Body: (byte[])row[1]), ("$id", id.Value));
        if (rows.Count == 0)
        {
            throw new StoreException(StoreErrorReason.Damaged, $"The patient {id} is missing.");
        }

        transaction.Audit(actor, AuditAction.PatientRead, id.Value);
        var body = SealedDocument.Open(
            transaction.Keys.Documents, rows[0].Body, StoreJson.Default.PatientBody, new DocumentName(Collection, id.Value, rows[0].Version));
        return new Patient(id, new PatientDetails(body.Name, body.BirthDate, body.Phone));
    }
}
