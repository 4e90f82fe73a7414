using Appliance.Clinic;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Patients;
using Appliance.Store.Database;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Identity;

/// <summary>One try of a call; patient is null when nobody was verified. Number counts from 1.</summary>
internal sealed record IdentityCheck(VerificationId Id, int Number, PatientId? Patient);

/// <summary>The tries that calls have made, in the database.</summary>
internal static class IdentityChecks
{
    // Calls say when they end; this is for those that the appliance did not survive.
    private static readonly TimeSpan s_longestCall = TimeSpan.FromHours(4);

    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(7);

    /// <summary>All tries of a call, in order.</summary>
    public static List<IdentityCheck> Of(StoreTransaction transaction, Actor call) => transaction.Connection.Query(
        "SELECT id, number, patient FROM identity_checks WHERE call = $call ORDER BY number",
        row => new IdentityCheck(new VerificationId(row.GetString(0)), row.GetInt32(1), row.IsDBNull(2) ? null : new PatientId(row.GetString(2))),
        ("$call", call.ToString()));

    public static void Add(StoreTransaction transaction, IdentityCheck check, Actor call) => transaction.Connection.Execute(
        "INSERT INTO identity_checks VALUES ($id, $call, $number, $patient, $created, $expires)",
        ("$id", check.Id.Value),
        ("$call", call.ToString()),
        ("$number", check.Number),
        ("$patient", check.Patient?.Value),
        ("$created", transaction.Now.ToUnixTimeMilliseconds()),
        ("$expires", (transaction.Now + s_longestCall).ToUnixTimeMilliseconds()));

    public static void Forget(StoreTransaction transaction) => transaction.Connection.Execute(
        "DELETE FROM identity_checks WHERE created < $before", ("$before", (transaction.Now - s_remembered).ToUnixTimeMilliseconds()));

    /// <summary>The patient whom this call has verified; null when it has not, or is over.</summary>
    public static PatientId? PatientOf(SqliteConnection connection, VerificationId id, Actor call, DateTimeOffset now) =>
        connection.Scalar<string>(
            "SELECT patient FROM identity_checks WHERE id = $id AND call = $call AND expires > $now",
            ("$id", id.Value),
            ("$call", call.ToString()),
            ("$now", now.ToUnixTimeMilliseconds())) is { } patient ? new PatientId(patient) : null;

    public static int End(StoreTransaction transaction, Actor call) => transaction.Connection.Execute(
        "UPDATE identity_checks SET expires = 0 WHERE call = $call", ("$call", call.ToString()));
}
