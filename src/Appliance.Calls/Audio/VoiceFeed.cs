using System.Threading.Channels;
using Appliance.Inference.Vad;
using Appliance.Media;

namespace Appliance.Calls.Audio;

/// <summary>
/// Cuts the caller's audio into the detector's windows of 32 ms. The pacer writes and never waits; when the detector is behind by
/// more than half a second the newest windows are dropped and counted.
/// </summary>
public sealed class VoiceFeed
{
    private const int Windows = 16;

    private readonly float[][] _windows = [.. Enumerable.Range(0, Windows).Select(_ => new float[VadStream.WindowSamples])];
    private readonly Channel<(int Slot, long End)> _full =
        Channel.CreateBounded<(int, long)>(new BoundedChannelOptions(Windows) { SingleReader = true, SingleWriter = true });
    private readonly Channel<int> _free = Channel.CreateBounded<int>(Windows);
    private int _slot = -1;
    private int _length;
    private long _dropped;

    /// <summary>A feed with all its buffers.</summary>
    public VoiceFeed()
    {
        for (var i = 0; i < Windows; i++)
        {
            _free.Writer.TryWrite(i);
        }
    }

    /// <summary>Windows dropped so far.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Appends samples that end at a position since answer. Allocates nothing.</summary>
    public void Write(ReadOnlySpan<short> samples, long end)
    {
        var start = end - samples.Length;
        for (var i = 0; i < samples.Length; i++)
        {
            if (_length == 0 && !_free.Reader.TryRead(out _slot))
            {
                _slot = -1;
            }

            if (_slot >= 0)
            {
                _windows[_slot][_length] = samples[i] / 32768f;
            }

            if (++_length == VadStream.WindowSamples)
            {
                _length = 0;
                Hand(start + i + 1);
            }
        }
    }

    /// <summary>No more will be written.</summary>
    public void Complete() => _full.Writer.TryComplete();

    /// <summary>Gives the windows in order with the time of their end, until <see cref="Complete"/>.</summary>
    public async IAsyncEnumerable<(ReadOnlyMemory<float> Window, TimeSpan End)> ReadAsync()
    {
        // Not the reader's own ReadAllAsync: that leaves the context of the one who reads, and a replay would lose sight of it.
        while (await _full.Reader.WaitToReadAsync())
        {
            while (_full.Reader.TryRead(out var full))
            {
                yield return (_windows[full.Slot], AudioFormat.DurationOf(full.End));
                _free.Writer.TryWrite(full.Slot);
            }
        }
    }

    private void Hand(long end)
    {
        // There are as many places as windows: a full one always fits.
        if (_slot < 0 || !_full.Writer.TryWrite((_slot, end)))
        {
            Volatile.Write(ref _dropped, _dropped + 1);
        }
    }
}
