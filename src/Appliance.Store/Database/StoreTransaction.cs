using Appliance.Clinic;
using Appliance.Store.Audit;
using Appliance.Store.Keys;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Database;

/// <summary>
/// One write transaction: all of it reaches the disk, or nothing. Its audit entries are part of it, so an action that cannot be
/// audited does not happen.
/// </summary>
internal sealed class StoreTransaction(SqliteConnection connection, StoreKeys keys, DateTimeOffset now, long checkpoint, StoreFaults? faults)
{
    private readonly AuditAppender _audit = new(connection, keys, now, checkpoint);

    public SqliteConnection Connection => connection;

    public StoreKeys Keys => keys;

    /// <summary>The moment of the transaction; one for all of its rows.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The end of the audit chain after this transaction.</summary>
    public AuditHead? Head => _audit.Head;

    public void Audit(Actor actor, AuditAction action, string subject) => _audit.Append(actor, action, subject);

    public void Reached(StorePoint point) => faults?.Invoke(point);

    public void Commit()
    {
        _audit.WriteHead();
        Reached(StorePoint.BeforeCommit);
        connection.Execute("COMMIT");
        Reached(StorePoint.AfterCommit);
    }
}
