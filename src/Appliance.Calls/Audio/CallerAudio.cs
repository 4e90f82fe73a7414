using Appliance.Media;

namespace Appliance.Calls.Audio;

/// <summary>
/// The caller's last words, 16 kHz mono, by sample position since answer. Grows in blocks of a second while an utterance lasts and
/// gives them back when it is forgotten, so an idle call keeps few. One writer, the pacer; readers on any thread.
/// </summary>
public sealed class CallerAudio
{
    private const int BlockSamples = AudioFormat.SampleRate;

    private readonly Lock _lock = new();
    private readonly List<short[]> _blocks = [];
    private readonly Stack<short[]> _spare = new();
    private long _first;
    private long _end;

    /// <summary>Sample position behind the last sample.</summary>
    public long End
    {
        get
        {
            lock (_lock)
            {
                return _end;
            }
        }
    }

    /// <summary>Seconds of audio held in memory now.</summary>
    public int BlockCount
    {
        get
        {
            lock (_lock)
            {
                return _blocks.Count;
            }
        }
    }

    /// <summary>Sample position of a time since answer.</summary>
    public static long PositionOf(TimeSpan time) => time.Ticks * AudioFormat.SampleRate / TimeSpan.TicksPerSecond;

    /// <summary>Appends samples.</summary>
    public void Append(ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            while (!samples.IsEmpty)
            {
                var offset = (int)(_end - _first);
                if (offset == _blocks.Count * BlockSamples)
                {
                    _blocks.Add(_spare.TryPop(out var spare) ? spare : new short[BlockSamples]);
                }

                var room = _blocks[offset / BlockSamples].AsSpan(offset % BlockSamples);
                var taken = Math.Min(room.Length, samples.Length);
                samples[..taken].CopyTo(room);
                samples = samples[taken..];
                _end += taken;
            }
        }
    }

    /// <summary>Appends silence: for time in which the machine stood still.</summary>
    public void AppendSilence(long samples)
    {
        Span<short> silence = stackalloc short[AudioFormat.FrameSamples];
        silence.Clear();
        for (; samples > 0; samples -= silence.Length)
        {
            Append(silence[..(int)Math.Min(samples, silence.Length)]);
        }
    }

    /// <summary>A copy of a span as full scale ±1; what has been forgotten or has not come yet is left out.</summary>
    public float[] Slice(TimeSpan from, TimeSpan to)
    {
        lock (_lock)
        {
            var start = Math.Max(PositionOf(from), _first);
            var end = Math.Min(PositionOf(to), _end);
            var slice = new float[Math.Max(0, end - start)];
            for (var i = 0; i < slice.Length; i++)
            {
                var offset = (int)(start + i - _first);
                slice[i] = _blocks[offset / BlockSamples][offset % BlockSamples] / 32768f;
            }

            return slice;
        }
    }

    /// <summary>Forgets whole blocks before a time.</summary>
    public void Forget(TimeSpan before)
    {
        var position = PositionOf(before);
        lock (_lock)
        {
            while (_blocks.Count > 0 && _first + BlockSamples <= Math.Min(position, _end))
            {
                if (_spare.Count == 0)
                {
                    _spare.Push(_blocks[0]);
                }

                _blocks.RemoveAt(0);
                _first += BlockSamples;
            }
        }
    }
}
