using System.Threading.Channels;

namespace Appliance.Media.Recording;

/// <summary>
/// Records both sides of a call, left the caller, right the agent, one tick at a time, so that they stay aligned.
/// <see cref="Write"/> runs on the pacer's thread, never blocks and allocates nothing; a task of its own hands chunks
/// of one second to the sink. When the sink is too slow the ticks that do not fit become silence of the same length
/// and are counted, so that the time line stays true.
/// </summary>
public sealed class StereoRecorder : IAsyncDisposable
{
    private const int TicksPerChunk = 50;
    private const int ChunkCount = 8;

    private readonly RecordingSink _sink;
    private readonly Channel<byte[]> _free = Channel.CreateBounded<byte[]>(ChunkCount);
    private readonly Channel<(byte[] Buffer, int Length)> _full = Channel.CreateBounded<(byte[], int)>(ChunkCount);
    private readonly Lock _lock = new();
    private readonly Task _pump;
    private byte[]? _chunk;
    private int _length;
    private long _silenceOwed;
    private long _droppedTicks;
    private long _ticks;
    private bool _completed;

    /// <summary>Starts with an empty recording.</summary>
    public StereoRecorder(RecordingSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        _sink = sink;
        for (var i = 0; i < ChunkCount; i++)
        {
            _free.Writer.TryWrite(new byte[TicksPerChunk * StereoInterleaver.TickBytes]);
        }

        _pump = Task.Run(PumpAsync);
    }

    /// <summary>Ticks taken so far, lost ones too.</summary>
    public TimeSpan Duration => Volatile.Read(ref _ticks) * AudioFormat.FrameDuration;

    /// <summary>Ticks that became silence because the sink was too slow.</summary>
    public long DroppedTicks => Volatile.Read(ref _droppedTicks);

    /// <summary>Appends one tick: 320 samples a side, or an empty span for silence.</summary>
    public void Write(ReadOnlySpan<short> caller, ReadOnlySpan<short> agent)
    {
        RequireFrame(caller, nameof(caller));
        RequireFrame(agent, nameof(agent));
        lock (_lock)
        {
            if (_completed)
            {
                return;
            }

            _ticks++;
            PaySilenceNeedsLock();
            if (_silenceOwed > 0 || !AppendNeedsLock(caller, agent))
            {
                _silenceOwed++;
                _droppedTicks++;
            }
        }
    }

    /// <summary>Hands the rest to the sink and ends. Throws what the sink threw.</summary>
    public async Task CompleteAsync()
    {
        lock (_lock)
        {
            if (!_completed)
            {
                _completed = true;
                PaySilenceNeedsLock();
                SealChunkNeedsLock();
                _full.Writer.TryComplete();
            }
        }

        await _pump;
    }

    /// <summary>As <see cref="CompleteAsync"/>.</summary>
    public async ValueTask DisposeAsync() => await CompleteAsync();

    private static void RequireFrame(ReadOnlySpan<short> frame, string name)
    {
        if (frame.Length is not (0 or AudioFormat.FrameSamples))
        {
            throw new ArgumentException("A frame has 320 samples, or none for silence.", name);
        }
    }

    private void PaySilenceNeedsLock()
    {
        while (_silenceOwed > 0 && AppendNeedsLock([], []))
        {
            _silenceOwed--;
        }
    }

    private bool AppendNeedsLock(ReadOnlySpan<short> caller, ReadOnlySpan<short> agent)
    {
        if (_chunk is null && !_free.Reader.TryRead(out _chunk))
        {
            return false;
        }

        StereoInterleaver.Write(caller, agent, _chunk.AsSpan(_length));
        _length += StereoInterleaver.TickBytes;
        if (_length == _chunk.Length)
        {
            SealChunkNeedsLock();
        }

        return true;
    }

    private void SealChunkNeedsLock()
    {
        if (_chunk is { } chunk)
        {
            // There are as many places as chunks, so this always fits.
            _full.Writer.TryWrite((chunk, _length));
            _chunk = null;
            _length = 0;
        }
    }

    private async Task PumpAsync()
    {
        await foreach (var (buffer, length) in _full.Reader.ReadAllAsync())
        {
            await _sink(buffer.AsMemory(0, length), CancellationToken.None);
            _free.Writer.TryWrite(buffer);
        }
    }
}
