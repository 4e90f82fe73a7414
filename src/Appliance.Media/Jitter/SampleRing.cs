namespace Appliance.Media.Jitter;

/// <summary>
/// Samples by timestamp, each there or not, in a ring of about a second at 8 kHz. Only [start, start + Capacity) may be
/// touched at a time; whoever moves the start on must have taken or cleared what lies before it.
/// </summary>
internal sealed class SampleRing
{
    public const int Capacity = 8192;
    private const int Mask = Capacity - 1;

    private readonly short[] _samples = new short[Capacity];
    private readonly bool[] _present = new bool[Capacity];

    /// <summary>Stores samples; returns how many of them were not there before.</summary>
    public int Store(long position, ReadOnlySpan<short> samples)
    {
        var added = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var slot = (int)((position + i) & Mask);
            if (!_present[slot])
            {
                _present[slot] = true;
                _samples[slot] = samples[i];
                added++;
            }
        }

        return added;
    }

    /// <summary>How many samples from the position on, up to a limit, are there (or are not).</summary>
    public int Run(long position, int limit, out bool present)
    {
        present = _present[position & Mask];
        var run = 1;
        while (run < limit && _present[(position + run) & Mask] == present)
        {
            run++;
        }

        return run;
    }

    /// <summary>Copies samples that are there, and leaves them.</summary>
    public void Peek(long position, Span<short> samples)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = _samples[(position + i) & Mask];
        }
    }

    /// <summary>Removes samples.</summary>
    public void Clear(long position, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _present[(position + i) & Mask] = false;
        }
    }

    public void ClearAll() => Array.Clear(_present);
}
