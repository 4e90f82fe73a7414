namespace Appliance.Store.Recordings;

/// <summary>Where recordings lie: one file per call, named by the call's id.</summary>
internal sealed class RecordingFiles(string directory)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public bool Exists(string callId) => File.Exists(PathOf(callId));

    public void Delete(string callId)
    {
        try
        {
            if (Exists(callId))
            {
                File.Delete(PathOf(callId));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Translate(e, "The recording cannot be deleted; its key is gone already.");
        }
    }

    /// <summary>Unbuffered, so that each sealed chunk reaches the kernel when it is written.</summary>
    public FileStream Create(string callId) => Open(callId, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Share = FileShare.Read,
        BufferSize = 0,
        UnixCreateMode = OwnerOnly,
    });

    public FileStream OpenRead(string callId) => Open(callId, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete });

    private FileStream Open(string callId, FileStreamOptions options)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new FileStream(PathOf(callId), options);
        }
        catch (FileNotFoundException e)
        {
            throw new StoreException(StoreErrorReason.NotFound, $"There is no recording of the call {callId}.", e);
        }
        catch (IOException e) when (options.Mode == FileMode.CreateNew && Exists(callId))
        {
            throw new StoreException(StoreErrorReason.AlreadyExists, $"The call {callId} has a recording already.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Translate(e, "The recording cannot be opened.");
        }
    }

    // A colon is allowed in identifiers but not on every file system that a backup may go to.
    private string PathOf(string callId) => Path.Combine(directory, callId.Replace(':', '_') + ".rec");
}
