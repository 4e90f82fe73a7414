using System.Globalization;
using Appliance.Store.Database;
using Appliance.Store.Keys;
using Appliance.Store.Sealing;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Audit;

/// <summary>
/// The sealed end of the chain: how many entries there are, the last link, and the highest checkpoint known. Cutting the tail of
/// the table without the key cannot produce a head that fits.
/// </summary>
internal sealed record AuditHead(long Sequence, byte[] Link, long Checkpoint)
{
    public static AuditHead Empty { get; } = new(0, [], 0);

    /// <summary>Null when the row is missing or was not written under this key.</summary>
    public static AuditHead? Read(SqliteConnection connection, StoreKeys keys)
    {
        var rows = connection.Query(
            "SELECT seq, mac, checkpoint, seal FROM audit_head",
            row => (Head: new AuditHead(row.GetInt64(0), (byte[])row[1], row.GetInt64(2)), Seal: (byte[])row[3]));
        return rows.Count == 1 && KeyedHash.AreEqual(rows[0].Seal, rows[0].Head.SealUnder(keys)) ? rows[0].Head : null;
    }

    public void Write(SqliteConnection connection, StoreKeys keys) => connection.Execute(
        "INSERT INTO audit_head VALUES (1, $seq, $mac, $checkpoint, $seal) "
        + "ON CONFLICT(id) DO UPDATE SET seq = $seq, mac = $mac, checkpoint = $checkpoint, seal = $seal",
        ("$seq", Sequence),
        ("$mac", Link),
        ("$checkpoint", Checkpoint),
        ("$seal", SealUnder(keys)));

    private byte[] SealUnder(StoreKeys keys) => KeyedHash.Of(
        keys.AuditHead, Link, Sequence.ToString(CultureInfo.InvariantCulture), Checkpoint.ToString(CultureInfo.InvariantCulture));
}
