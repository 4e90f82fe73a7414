using System.Threading.Channels;
using Appliance.Store.Database;

namespace Appliance.Store.Recordings;

/// <summary>
/// Seals the audio of one call while it runs. <see cref="Append"/> never waits for the disk, so it may be called from the media
/// thread; a task behind it seals and writes half-second chunks. A crash leaves all chunks that were written readable.
/// Not safe for two threads at once.
/// </summary>
public sealed class RecordingWriter : IAsyncDisposable
{
    // Some 16 s of stereo at 16 kHz: a disk that stalls for longer loses audio, and the loss is counted.
    private const int MaxWaitingChunks = 32;

    private readonly Channel<byte[]> _chunks =
        Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MaxWaitingChunks) { SingleReader = true, SingleWriter = true });

    private readonly FileStream _file;
    private readonly RecordingSeal _seal;
    private readonly StoreFaults? _faults;
    private readonly Task<Exception?> _loop;
    private readonly byte[] _pending = new byte[RecordingSeal.ChunkLength];
    private int _pendingLength;
    private volatile bool _isComplete;

    internal RecordingWriter(FileStream file, RecordingSeal seal, StoreFaults? faults)
    {
        _file = file;
        _seal = seal;
        _faults = faults;
        _loop = Task.Run(WriteChunksAsync);
    }

    /// <summary>Bytes that were given up because the disk could not keep up or had failed.</summary>
    public long DroppedBytes { get; private set; }

    /// <summary>Takes a copy of interleaved 16-bit PCM.</summary>
    public void Append(ReadOnlySpan<byte> pcm)
    {
        while (!pcm.IsEmpty)
        {
            var taken = Math.Min(pcm.Length, _pending.Length - _pendingLength);
            pcm[..taken].CopyTo(_pending.AsSpan(_pendingLength));
            _pendingLength += taken;
            pcm = pcm[taken..];
            if (_pendingLength == _pending.Length)
            {
                if (!_chunks.Writer.TryWrite([.. _pending]))
                {
                    DroppedBytes += _pendingLength;
                }

                _pendingLength = 0;
            }
        }
    }

    /// <summary>Writes the rest and the mark of completeness; returns when all of it is on the disk.</summary>
    /// <exception cref="StoreException">DiskFull, InputOutput: what was written before is kept and readable.</exception>
    public async Task CompleteAsync()
    {
        _isComplete = true;
        _chunks.Writer.TryComplete();
        var failure = await _loop;
        if (failure is not null)
        {
            throw failure is StoreException ? failure : FileErrors.Translate(failure, "The recording cannot be written.");
        }
    }

    /// <summary>Without <see cref="CompleteAsync"/> the recording stays readable but counts as cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        _chunks.Writer.TryComplete();
        await _loop;
        await _file.DisposeAsync();
        _seal.Dispose();
    }

    // Gives the failure back as a value: it is told by CompleteAsync, once, to whoever completes.
    private async Task<Exception?> WriteChunksAsync()
    {
        try
        {
            await _file.WriteAsync(_seal.Header);
            long index = 0;
            await foreach (var chunk in _chunks.Reader.ReadAllAsync())
            {
                await _file.WriteAsync(_seal.Close(index++, chunk, isLast: false));
                _faults?.Invoke(StorePoint.RecordingChunkWritten);
            }

            await _file.WriteAsync(_seal.Close(index, _pending.AsSpan(0, _pendingLength), _isComplete));
            _file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _chunks.Writer.TryComplete();
            return e;
        }
    }
}
