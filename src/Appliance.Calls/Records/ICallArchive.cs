namespace Appliance.Calls.Records;

/// <summary>Where calls are kept, sealed.</summary>
public interface ICallArchive
{
    /// <summary>Begins the recording of a call: interleaved 16-bit PCM, 16 kHz, left the caller, right the agent.</summary>
    /// <exception cref="IOException">It cannot be written: the call goes on without.</exception>
    Task<ICallRecording> BeginRecordingAsync(CallIdentity call, CancellationToken cancellationToken);

    /// <summary>Keeps the record of a call that is over.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    Task SaveAsync(CallRecord call, CancellationToken cancellationToken);

    /// <summary>Erases what was recorded of a call so far, for good.</summary>
    /// <exception cref="IOException">It cannot be erased.</exception>
    Task EraseAsync(CallIdentity call, CancellationToken cancellationToken);
}

/// <summary>A recording that is being written. One thread at a time.</summary>
public interface ICallRecording : IAsyncDisposable
{
    /// <summary>Takes a copy; never waits.</summary>
    void Append(ReadOnlySpan<byte> pcm);

    /// <summary>Writes the rest; without it the recording counts as cut off.</summary>
    /// <exception cref="IOException">It cannot be written; what was written before stays readable.</exception>
    Task CompleteAsync();
}
