using Appliance.Clinic;
using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Keys;
using Appliance.Store.Recordings;
using Appliance.Store.Sealing;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Calls;

/// <summary>What is kept of calls: transcripts, timings, outcomes. Saving again replaces the record with a higher version.</summary>
public sealed class CallRecords
{
    private const string Collection = "calls";
    private const string Columns = "id, started, ended, outcome, appointment, callback, erased";

    private readonly StoreWriter _writer;
    private readonly RecordingFiles _recordings;

    internal CallRecords(StoreWriter writer, RecordingFiles recordings)
    {
        _writer = writer;
        _recordings = recordings;
    }

    /// <exception cref="ArgumentException">The id or the outcome is no identifier.</exception>
    /// <exception cref="StoreException">CallErased, DiskFull, …</exception>
    public Task SaveAsync(CallRecord call, Actor actor, CancellationToken cancellationToken)
    {
        RequireIdentifier(call.Id);
        RequireIdentifier(call.Outcome);
        return _writer.RunAsync(
            transaction =>
            {
                var key = DocumentKey(CallKeys.GetOrAdd(transaction, call.Id));
                var version = 1 + transaction.Connection.Scalar<long>("SELECT version FROM calls WHERE id = $id", ("$id", call.Id));
                transaction.Connection.Execute(
                    """
                    INSERT INTO calls VALUES ($id, $version, $started, $ended, $outcome, $appointment, $callback, 0, $body)
                    ON CONFLICT(id) DO UPDATE SET version = $version, started = $started, ended = $ended, outcome = $outcome,
                      appointment = $appointment, callback = $callback, body = $body
                    """,
                    ("$id", call.Id),
                    ("$version", version),
                    ("$started", call.StartedAt.ToUnixTimeMilliseconds()),
                    ("$ended", call.EndedAt.ToUnixTimeMilliseconds()),
                    ("$outcome", call.Outcome),
                    ("$appointment", call.AppointmentId),
                    ("$callback", call.CallbackId),
                    ("$body", SealedDocument.Close(key, call, StoreJson.Default.CallRecord, new DocumentName(Collection, call.Id, version))));
                transaction.Audit(actor, AuditAction.CallWritten, call.Id);
                return version;
            },
            cancellationToken);
    }

    /// <summary>Null when there is no such call.</summary>
    /// <exception cref="StoreException">CallErased, Damaged, …</exception>
    public Task<CallRecord?> LoadAsync(string callId, Actor actor, CancellationToken cancellationToken) => _writer.RunAsync(
        transaction =>
        {
            var rows = transaction.Connection.Query(
                "SELECT version, body FROM calls WHERE id = $id", row => (Version: row.GetInt64(0), Body: (byte[])row[1]), ("$id", callId));
            if (rows.Count == 0)
            {
                return null;
            }

            transaction.Audit(actor, AuditAction.CallRead, callId);
            var key = DocumentKey(CallKeys.Get(transaction, callId));
            return SealedDocument.Open(key, rows[0].Body, StoreJson.Default.CallRecord, new DocumentName(Collection, callId, rows[0].Version));
        },
        cancellationToken);

    /// <summary>Calls that started at or after from and before until, newest first; limit 1 to 10,000.</summary>
    public async Task<IReadOnlyList<CallSummary>> ListAsync(
        DateTimeOffset from, DateTimeOffset until, int limit, Actor actor, CancellationToken cancellationToken) => await _writer.RunAsync(
        transaction =>
        {
            var calls = transaction.Connection.Query(
                $"SELECT {Columns} FROM calls WHERE started >= $from AND started < $until ORDER BY started DESC, id LIMIT $limit",
                ReadSummary,
                ("$from", from.ToUnixTimeMilliseconds()),
                ("$until", until.ToUnixTimeMilliseconds()),
                ("$limit", Math.Clamp(limit, 1, 10_000)));
            transaction.Audit(actor, AuditAction.CallRead, "calls");
            return calls;
        },
        cancellationToken);

    /// <summary>
    /// Deletes the call's key, and with it transcript and recording; times and outcome stay for the statistics. The log of the
    /// database is folded in and cut, so that the key does not linger there. False when there was nothing to erase.
    /// </summary>
    public async Task<bool> EraseAsync(string callId, Actor actor, CancellationToken cancellationToken)
    {
        RequireIdentifier(callId);
        var erased = await _writer.RunAsync(
            transaction =>
            {
                var deleted = CallKeys.Delete(transaction, callId);
                transaction.Connection.Execute("UPDATE calls SET erased = 1, body = x'' WHERE id = $id", ("$id", callId));
                if (deleted)
                {
                    transaction.Audit(actor, AuditAction.CallErased, callId);
                }

                return deleted;
            },
            cancellationToken);
        await _writer.RunOutsideAsync(connection => connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)"), CancellationToken.None);
        _recordings.Delete(callId);
        return erased;
    }

    private static byte[] DocumentKey(byte[] callKey) => MasterKey.DeriveFrom(callKey, "call/document", []);

    private static CallSummary ReadSummary(SqliteDataReader row) => new(
        row.GetString(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.GetInt64(6) == 1);

    private static void RequireIdentifier(string value)
    {
        if (!Identifier.IsValid(value))
        {
            throw new ArgumentException("A call's id and outcome are identifiers.", nameof(value));
        }
    }
}
