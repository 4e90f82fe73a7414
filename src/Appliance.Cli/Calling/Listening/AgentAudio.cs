using System.Threading.Channels;
using Appliance.Media;

namespace Appliance.Cli.Calling.Listening;

/// <summary>
/// The agent's sound since the first tick, 16 kHz mono. The pacer appends; the ear reads whatever part it wants, later.
/// </summary>
public sealed class AgentAudio
{
    private readonly Lock _lock = new();
    private readonly Channel<bool> _more = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly short[] _samples;
    private int _count;

    /// <summary>Room for a call of that length; what comes later is not kept.</summary>
    public AgentAudio(TimeSpan longest) => _samples = new short[(int)(longest.TotalSeconds * AudioFormat.SampleRate)];

    /// <summary>Samples so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Appends a frame; allocates nothing and does not block.</summary>
    public void Append(ReadOnlySpan<short> frame)
    {
        lock (_lock)
        {
            var taken = Math.Min(frame.Length, _samples.Length - _count);
            frame[..taken].CopyTo(_samples.AsSpan(_count));
            Volatile.Write(ref _count, _count + taken);
        }

        _more.Writer.TryWrite(true);
    }

    /// <summary>Nothing more will come.</summary>
    public void Complete() => _more.Writer.TryComplete();

    /// <summary>Waits until there is more than before; false when nothing more will come.</summary>
    public async ValueTask<bool> WaitForMoreAsync(CancellationToken cancellationToken)
    {
        var more = await _more.Reader.WaitToReadAsync(cancellationToken);
        _more.Reader.TryRead(out _);
        return more;
    }

    /// <summary>Copies samples as numbers of full scale ±1; they must have been appended.</summary>
    public void Read(int from, Span<float> into)
    {
        lock (_lock)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(from + into.Length, _count);
            for (var i = 0; i < into.Length; i++)
            {
                into[i] = _samples[from + i] / 32768f;
            }
        }
    }
}
