namespace Appliance.Store;

/// <summary>Errors of the file system → reasons of the store.</summary>
internal static class FileErrors
{
    // errno values of Linux, carried in the low half of HResult.
    private const int NoSpace = 28;
    private const int FileTooBig = 27;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;

    public static StoreException Translate(Exception error, string message) => error switch
    {
        UnauthorizedAccessException => new StoreException(StoreErrorReason.ReadOnly, message + " Access is denied.", error),
        IOException { HResult: var code } when (code & 0xFFFF) is NoSpace or QuotaExceeded or FileTooBig =>
            new StoreException(StoreErrorReason.DiskFull, message + " The disk is full.", error),
        IOException { HResult: var code } when (code & 0xFFFF) is ReadOnlyFileSystem =>
            new StoreException(StoreErrorReason.ReadOnly, message + " The file system is read-only.", error),
        _ => new StoreException(StoreErrorReason.InputOutput, message, error),
    };
}
