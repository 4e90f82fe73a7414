namespace Appliance.Media.Jitter;

/// <summary>
/// How much later than the fastest packet the others come: a histogram that forgets, and the delay that covers a given
/// share of it. Transit times are arrival less timestamp in milliseconds, of any origin; only differences count.
/// The fastest is sought over the last 2.5 to 5 s, so that clocks that drift apart do no harm.
/// </summary>
internal sealed class DelayEstimator(double coverage)
{
    private const int BinMilliseconds = 5;
    private const int Bins = 100;
    private const float Forget = 0.995f;
    private const double WindowMilliseconds = 2500;

    private readonly float[] _histogram = new float[Bins];
    private double _fastest = double.PositiveInfinity;
    private double _fastestBefore = double.PositiveInfinity;
    private double _windowEnd = double.NegativeInfinity;

    /// <summary>Transit of the fastest packet; infinite before the first.</summary>
    public double Base => Math.Min(_fastest, _fastestBefore);

    /// <summary>Delay beyond the fastest that covers the share, in milliseconds; 0 on a line without jitter.</summary>
    public double Spread
    {
        get
        {
            float total = 0;
            foreach (var weight in _histogram)
            {
                total += weight;
            }

            var uncovered = total * (1 - coverage);
            for (var bin = Bins - 1; bin > 0; bin--)
            {
                uncovered -= _histogram[bin];
                if (uncovered < 0)
                {
                    return (bin + 1) * BinMilliseconds;
                }
            }

            return 0;
        }
    }

    /// <summary>Takes a packet that came at a time, with its transit.</summary>
    public void Add(double arrival, double transit)
    {
        if (arrival >= _windowEnd)
        {
            _fastestBefore = _fastest;
            _fastest = transit;
            _windowEnd = arrival + WindowMilliseconds;
        }

        _fastest = Math.Min(_fastest, transit);
        for (var i = 0; i < Bins; i++)
        {
            _histogram[i] *= Forget;
        }

        _histogram[(int)Math.Min((transit - Base) / BinMilliseconds, Bins - 1)] += 1 - Forget;
    }

    /// <summary>A new stream or a jump in the timestamps: transit times before and after cannot be compared.</summary>
    public void Rebase()
    {
        _fastest = double.PositiveInfinity;
        _fastestBefore = double.PositiveInfinity;
        _windowEnd = double.NegativeInfinity;
    }
}
