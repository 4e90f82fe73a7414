using Appliance.Media;
using Appliance.Media.Pacing;

namespace Appliance.Regression.Time;

/// <summary>The beat of a replay: the next 20 ms come as soon as all that the last ones started has settled.</summary>
public sealed class VirtualPacer(VirtualTime time, VirtualLoop loop) : IPacer
{
    private readonly List<IPacedStream> _streams = [];
    private long _tick = -1;

    /// <summary>Beats so far.</summary>
    public long Ticks => _tick + 1;

    /// <inheritdoc/>
    public void Add(IPacedStream stream) => _streams.Add(stream);

    /// <inheritdoc/>
    public void Remove(IPacedStream stream) => _streams.Remove(stream);

    /// <summary>Moves time by 20 ms, gives every stream its tick, and returns when all has settled.</summary>
    public async Task BeatAsync()
    {
        time.Advance(AudioFormat.FrameDuration);
        await loop.SettledAsync();
        _tick++;
        foreach (var stream in _streams.ToArray())
        {
            stream.OnTick(_tick);
        }

        await loop.SettledAsync();
    }
}
