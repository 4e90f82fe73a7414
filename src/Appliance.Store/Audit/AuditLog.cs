using Appliance.Clinic;
using Appliance.Store.Database;
using Appliance.Store.Keys;

namespace Appliance.Store.Audit;

/// <summary>
/// The trail of who did what: a chain of keyed hashes with signed checkpoints. The store writes its own entries; others may append.
/// </summary>
public sealed class AuditLog
{
    private readonly StoreWriter _writer;
    private readonly StoreReader _reader;
    private readonly StoreKeys _keys;
    private readonly CheckpointFile _file;
    private readonly CheckpointWriter _checkpoints;

    internal AuditLog(StoreWriter writer, StoreReader reader, StoreKeys keys, CheckpointFile file, CheckpointWriter checkpoints)
    {
        _writer = writer;
        _reader = reader;
        _keys = keys;
        _file = file;
        _checkpoints = checkpoints;
    }

    /// <summary>Adds an entry; subject is an identifier, never personal data.</summary>
    /// <exception cref="ArgumentException">The subject is no identifier.</exception>
    public Task AppendAsync(Actor actor, AuditAction action, string subject, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(subject))
        {
            throw new ArgumentException("The subject of an audit entry is an identifier.", nameof(subject));
        }

        return _writer.RunAsync(
            transaction =>
            {
                transaction.Audit(actor, action, subject);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Entries after the given sequence, in order; limit 1 to 10,000.</summary>
    public Task<List<AuditEntry>> ListAsync(long afterSequence, int limit, CancellationToken cancellationToken) => _reader.RunAsync(
        connection => connection.Query(
            $"SELECT {AuditEntry.Columns} FROM audit WHERE seq > $after ORDER BY seq LIMIT $limit",
            AuditEntry.Read,
            ("$after", afterSequence),
            ("$limit", Math.Clamp(limit, 1, 10_000))),
        cancellationToken);

    /// <summary>Checks the whole trail against its key, its head and its checkpoints.</summary>
    /// <exception cref="StoreException">The checkpoint file or the database cannot be read.</exception>
    public async Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        try
        {
            var checkpoints = _file.Read();
            return await _reader.RunAsync(connection => new AuditVerifier(connection, _keys, _file).Verify(checkpoints), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Translate(e, "The audit checkpoints cannot be read.");
        }
    }

    /// <summary>Writes a checkpoint over all that is there now; false when it could not be written.</summary>
    public Task<bool> CheckpointAsync(CancellationToken cancellationToken) =>
        _writer.RunOutsideAsync(_checkpoints.WriteLast, cancellationToken);
}
