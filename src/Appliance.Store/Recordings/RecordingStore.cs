using Appliance.Clinic;
using Appliance.Store.Audit;
using Appliance.Store.Calls;
using Appliance.Store.Database;

namespace Appliance.Store.Recordings;

/// <summary>The sealed recordings of calls; each lies under its call's own key.</summary>
public sealed class RecordingStore
{
    private readonly StoreWriter _writer;
    private readonly RecordingFiles _files;
    private readonly StoreFaults? _faults;

    internal RecordingStore(StoreWriter writer, RecordingFiles files, StoreFaults? faults)
    {
        _writer = writer;
        _files = files;
        _faults = faults;
    }

    public bool Exists(string callId) => Identifier.IsValid(callId) && _files.Exists(callId);

    /// <summary>Begins the recording of a call; there is at most one per call.</summary>
    /// <exception cref="StoreException">AlreadyExists, CallErased, DiskFull, …</exception>
    public async Task<RecordingWriter> OpenWriterAsync(
        string callId, RecordingFormat format, Actor actor, CancellationToken cancellationToken)
    {
        RequireIdentifier(callId);
        if (!format.IsValid)
        {
            throw new ArgumentException("A recording has 1 or 2 channels at 8,000 to 48,000 Hz.", nameof(format));
        }

        var key = await _writer.RunAsync(
            transaction =>
            {
                transaction.Audit(actor, AuditAction.RecordingWritten, callId);
                return CallKeys.GetOrAdd(transaction, callId);
            },
            cancellationToken);
        return new RecordingWriter(_files.Create(callId), RecordingSeal.Create(key, format), _faults);
    }

    /// <exception cref="StoreException">NotFound, CallErased, Damaged, …</exception>
    public async Task<RecordingReader> OpenReadAsync(string callId, Actor actor, CancellationToken cancellationToken)
    {
        RequireIdentifier(callId);
        var key = await _writer.RunAsync(
            transaction =>
            {
                transaction.Audit(actor, AuditAction.RecordingRead, callId);
                return CallKeys.Get(transaction, callId);
            },
            cancellationToken);
        var file = _files.OpenRead(callId);
        try
        {
            var header = new byte[RecordingSeal.HeaderLength];
            var isWhole = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length;
            var seal = isWhole ? RecordingSeal.Open(key, header) : null;
            return new RecordingReader(
                file, seal ?? throw new StoreException(StoreErrorReason.Damaged, $"The recording of the call {callId} has no valid header."));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static void RequireIdentifier(string callId)
    {
        if (!Identifier.IsValid(callId))
        {
            throw new ArgumentException("Not a call id.", nameof(callId));
        }
    }
}
