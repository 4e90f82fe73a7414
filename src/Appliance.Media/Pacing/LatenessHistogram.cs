namespace Appliance.Media.Pacing;

/// <summary>
/// Counts how late ticks began, in bins of 50 µs up to 20 ms and one for the rest. One writer; readers may be a
/// little behind. Allocates nothing after construction.
/// </summary>
internal sealed class LatenessHistogram
{
    private const int BinMicroseconds = 50;
    private const int Bins = 400;

    private readonly long[] _counts = new long[Bins + 1];
    private long _total;
    private long _max;

    public long Total => Volatile.Read(ref _total);

    public TimeSpan Max => TimeSpan.FromMicroseconds(Volatile.Read(ref _max));

    public void Add(TimeSpan lateness)
    {
        var microseconds = Math.Max(0, (long)lateness.TotalMicroseconds);
        _counts[Math.Min(microseconds / BinMicroseconds, Bins)]++;
        Volatile.Write(ref _max, Math.Max(_max, microseconds));
        Volatile.Write(ref _total, _total + 1);
    }

    /// <summary>Upper edge of the bin that holds the quantile (0 to 1); the maximum when it is beyond the last bin.</summary>
    public TimeSpan Quantile(double quantile)
    {
        var rank = (long)Math.Ceiling(Total * quantile);
        long seen = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            seen += Volatile.Read(ref _counts[bin]);
            if (seen >= rank)
            {
                return TimeSpan.FromMicroseconds(Math.Min((bin + 1) * BinMicroseconds, Volatile.Read(ref _max)));
            }
        }

        return Max;
    }
}
