namespace Appliance.Store.Audit;

/// <summary>What is wrong with the trail.</summary>
public enum AuditFaultKind
{
    /// <summary>An entry, or the one before it, is not what was written: edited, restamped or moved.</summary>
    EntryChanged = 1,

    /// <summary>Entries before this one are gone.</summary>
    EntriesMissing,

    /// <summary>The sealed head is missing or was not written with the key.</summary>
    HeadForged,

    /// <summary>The trail ends elsewhere than its head says: the tail was cut, or something was appended without the key.</summary>
    TailChanged,

    /// <summary>A checkpoint was not signed with the key, or is no checkpoint.</summary>
    CheckpointForged,

    /// <summary>The file lacks checkpoints that were written.</summary>
    CheckpointMissing,

    /// <summary>A checkpoint covers entries that are not there: the database is an older copy.</summary>
    RolledBack,

    /// <summary>The trail is sound in itself but not the one that the checkpoint saw.</summary>
    HistoryReplaced,
}

/// <summary>One fault; Sequence is the entry, or the count of the checkpoint, that shows it.</summary>
public sealed record AuditFault(AuditFaultKind Kind, long Sequence);

/// <summary>The result of checking the whole trail.</summary>
public sealed record AuditVerification(long Entries, int Checkpoints, DateTimeOffset? LastEntry, IReadOnlyList<AuditFault> Faults)
{
    public bool IsSound => Faults.Count == 0;
}
