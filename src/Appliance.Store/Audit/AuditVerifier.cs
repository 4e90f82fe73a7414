using Appliance.Store.Database;
using Appliance.Store.Keys;
using Appliance.Store.Sealing;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Audit;

/// <summary>Checks every link, the sealed head and every checkpoint; goes on after a fault, so that all are reported.</summary>
internal sealed class AuditVerifier(SqliteConnection connection, StoreKeys keys, CheckpointFile file)
{
    private const int MaxFaults = 1000;

    private readonly List<AuditFault> _faults = [];

    /// <summary>Give the checkpoints as read before the snapshot began: later ones may cover entries that the snapshot lacks.</summary>
    public AuditVerification Verify(IReadOnlyList<AuditCheckpoint?> checkpoints)
    {
        var wanted = checkpoints.Where(c => c is not null).Select(c => c!.Count).ToHashSet();
        var (last, links) = WalkChain(wanted);
        var head = CheckHead(last);
        CheckCheckpoints(checkpoints, last.Sequence, links);
        if (head is not null && head.Checkpoint > HighestCheckpoint())
        {
            Report(AuditFaultKind.CheckpointMissing, head.Checkpoint);
        }

        return new AuditVerification(last.Count, checkpoints.Count, last.Time, _faults);
    }

    private (LastEntry Last, Dictionary<long, byte[]> Links) WalkChain(HashSet<long> wanted)
    {
        var links = new Dictionary<long, byte[]>();
        var last = new LastEntry(0, 0, [], null);
        using var command = connection.Command($"SELECT {AuditEntry.Columns} FROM audit ORDER BY seq");
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var entry = AuditEntry.Read(row);
            var link = (byte[])row[5];
            if (entry.Sequence != last.Sequence + 1)
            {
                Report(AuditFaultKind.EntriesMissing, entry.Sequence);
            }
            else if (!KeyedHash.AreEqual(entry.Link(keys.AuditEntries, last.Link), link))
            {
                Report(AuditFaultKind.EntryChanged, entry.Sequence);
            }

            last = new LastEntry(last.Count + 1, entry.Sequence, link, entry.Time);
            if (wanted.Contains(entry.Sequence))
            {
                links[entry.Sequence] = link;
            }
        }

        return (last, links);
    }

    private AuditHead? CheckHead(LastEntry last)
    {
        var head = AuditHead.Read(connection, keys);
        if (head is null)
        {
            Report(AuditFaultKind.HeadForged, last.Sequence);
        }
        else if (head.Sequence != last.Sequence || !KeyedHash.AreEqual(head.Link, last.Link))
        {
            Report(AuditFaultKind.TailChanged, last.Sequence);
        }

        return head;
    }

    private void CheckCheckpoints(IReadOnlyList<AuditCheckpoint?> checkpoints, long lastSequence, Dictionary<long, byte[]> links)
    {
        foreach (var checkpoint in checkpoints)
        {
            if (checkpoint is null || !checkpoint.IsSignedUnder(keys))
            {
                Report(AuditFaultKind.CheckpointForged, checkpoint?.Count ?? 0);
            }
            else if (checkpoint.Count > lastSequence)
            {
                Report(AuditFaultKind.RolledBack, checkpoint.Count);
            }
            else if (!links.TryGetValue(checkpoint.Count, out var link) || !KeyedHash.AreEqual(link, checkpoint.Link))
            {
                Report(AuditFaultKind.HistoryReplaced, checkpoint.Count);
            }
        }
    }

    // Read again: a checkpoint may have been appended since the first reading.
    private long HighestCheckpoint() => file.Read().Where(c => c is not null).Select(c => c!.Count).DefaultIfEmpty().Max();

    private void Report(AuditFaultKind kind, long sequence)
    {
        if (_faults.Count < MaxFaults)
        {
            _faults.Add(new AuditFault(kind, sequence));
        }
    }

    private readonly record struct LastEntry(long Count, long Sequence, byte[] Link, DateTimeOffset? Time);
}
