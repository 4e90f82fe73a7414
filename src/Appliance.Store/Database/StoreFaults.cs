namespace Appliance.Store.Database;

/// <summary>Named moments at which tests kill the process or let a write fail.</summary>
internal enum StorePoint
{
    BookingBegun,
    ChangeBegun,
    TimeChanged,
    PatientWritten,
    AppointmentWritten,
    OutboxWritten,
    AuditWritten,
    BeforeCommit,
    AfterCommit,
    AfterCheckpoint,
    RecordingChunkWritten,
}

/// <summary>A test seam: what to do when a point is reached. Only code inside this assembly and its tests can give one.</summary>
internal delegate void StoreFaults(StorePoint point);
