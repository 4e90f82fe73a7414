using System.Globalization;
using Appliance.Store.Sealing;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Audit;

/// <summary>
/// One line of the trail: who did what to which document, when. Sequence counts from 1 without gaps. Actor is "kind/id".
/// Identifiers only, never personal data.
/// </summary>
public sealed record AuditEntry(long Sequence, DateTimeOffset Time, string Actor, string Action, string Subject)
{
    internal const string Columns = "seq, time, actor, action, subject, mac";

    /// <summary>HMAC over the previous entry's hash and this entry: the link of the chain.</summary>
    internal byte[] Link(byte[] key, byte[] previous) => KeyedHash.Of(
        key,
        previous,
        Sequence.ToString(CultureInfo.InvariantCulture),
        Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        Actor,
        Action,
        Subject);

    internal static AuditEntry Read(SqliteDataReader row) => new(
        row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4));
}
