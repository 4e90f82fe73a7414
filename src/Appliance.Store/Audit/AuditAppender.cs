using Appliance.Clinic;
using Appliance.Store.Database;
using Appliance.Store.Keys;
using Appliance.Store.Sealing;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Audit;

/// <summary>Appends entries within one transaction; refuses when the chain does not end where its sealed head says.</summary>
internal sealed class AuditAppender(SqliteConnection connection, StoreKeys keys, DateTimeOffset now, long checkpoint)
{
    /// <summary>Null until the first entry.</summary>
    public AuditHead? Head { get; private set; }

    /// <exception cref="StoreException">AuditBroken.</exception>
    public void Append(Actor actor, AuditAction action, string subject)
    {
        var head = Head ?? ReadHead();
        var time = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var entry = new AuditEntry(head.Sequence + 1, time, actor.ToString(), action.ToString(), subject);
        var link = entry.Link(keys.AuditEntries, head.Link);
        connection.Execute(
            "INSERT INTO audit VALUES ($seq, $time, $actor, $action, $subject, $mac)",
            ("$seq", entry.Sequence),
            ("$time", time.ToUnixTimeMilliseconds()),
            ("$actor", entry.Actor),
            ("$action", entry.Action),
            ("$subject", entry.Subject),
            ("$mac", link));
        Head = new AuditHead(entry.Sequence, link, Math.Max(head.Checkpoint, checkpoint));
    }

    public void WriteHead() => Head?.Write(connection, keys);

    private AuditHead ReadHead()
    {
        var head = AuditHead.Read(connection, keys);
        var last = connection.Query("SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1", row => (Sequence: row.GetInt64(0), Link: (byte[])row[1]));
        var (sequence, link) = last.Count == 0 ? (0, []) : last[0];
        return head is not null && head.Sequence == sequence && KeyedHash.AreEqual(head.Link, link)
            ? head
            : throw new StoreException(
                StoreErrorReason.AuditBroken, "The audit trail does not end where it should; nothing was changed. Run 'appliance audit verify'.");
    }
}
