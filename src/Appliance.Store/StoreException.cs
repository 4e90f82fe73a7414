namespace Appliance.Store;

/// <summary>Why the store cannot do what it was asked.</summary>
public enum StoreErrorReason
{
    /// <summary>libsqlite3.so.0 is not installed or too old.</summary>
    MissingLibrary = 1,

    KeyFileMissing,

    /// <summary>A key beside the data protects nothing when the disk is taken.</summary>
    KeyFileInsideDataDirectory,

    /// <summary>Others than the owner may read or write the key file.</summary>
    KeyFileTooOpen,

    KeyFileMalformed,

    KeyFileExists,

    /// <summary>The data were sealed with another key; nothing was touched.</summary>
    WrongKey,

    /// <summary>The database file, a sealed document or a recording is not what was written.</summary>
    Damaged,

    /// <summary>The data were written by a newer version of the appliance.</summary>
    NewerSchema,

    DiskFull,

    ReadOnly,

    /// <summary>Another process kept the database locked for too long.</summary>
    Busy,

    InputOutput,

    /// <summary>The audit trail does not end where it should; nothing is done that could not be audited.</summary>
    AuditBroken,

    /// <summary>The call's key was deleted: its transcript and recording are gone for good.</summary>
    CallErased,

    /// <summary>There is no such document or recording.</summary>
    NotFound,

    AlreadyExists,

    /// <summary>The store is closed.</summary>
    Closed,
}

/// <summary>The store is lost or refuses; what was stored before is as it was. Messages never hold personal data.</summary>
public sealed class StoreException : Exception
{
    public StoreException(StoreErrorReason reason, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
    }

    public StoreErrorReason Reason { get; }
}
