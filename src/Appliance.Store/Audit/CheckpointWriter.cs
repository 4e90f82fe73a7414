using Appliance.Store.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Appliance.Store.Audit;

/// <summary>Decides when a checkpoint is due and writes it. Used by the writer's loop only, so it needs no lock.</summary>
internal sealed partial class CheckpointWriter
{
    private readonly CheckpointFile _file;
    private readonly StoreKeys _keys;
    private readonly TimeProvider _time;
    private readonly int _every;
    private readonly ILogger _logger;

    public CheckpointWriter(CheckpointFile file, StoreKeys keys, TimeProvider time, int every, ILogger logger)
    {
        _file = file;
        _keys = keys;
        _time = time;
        _every = every;
        _logger = logger;
        Last = file.Read().Where(c => c is not null && c.IsSignedUnder(keys)).Select(c => c!.Count).DefaultIfEmpty().Max();
    }

    /// <summary>Entries covered by the highest checkpoint that this process knows to be on disk.</summary>
    public long Last { get; private set; }

    public bool WriteIfDue(AuditHead? head) => head is not null && head.Sequence - Last >= _every && TryWrite(head);

    /// <summary>Covers all that is there now. False when the checkpoint could not be written, or the head is forged or cannot be read.</summary>
    public bool WriteLast(SqliteConnection connection)
    {
        try
        {
            var head = AuditHead.Read(connection, _keys);
            return head is not null && (head.Sequence <= Last || TryWrite(head));
        }
        catch (SqliteException e)
        {
            CheckpointFailed(_logger, Last, e);
            return false;
        }
    }

    private bool TryWrite(AuditHead head)
    {
        try
        {
            _file.Append(AuditCheckpoint.Sign(head, _time.GetUtcNow(), _keys));
            Last = head.Sequence;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The entries themselves are committed; the next commit tries again.
            CheckpointFailed(_logger, Last, e);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The audit checkpoint could not be written; entries since {Sequence} are not covered")]
    private static partial void CheckpointFailed(ILogger logger, long sequence, Exception error);
}
