namespace Appliance.Media.Rtp;

/// <summary>
/// UDP ports for media, first and last inclusive: RTP takes an even one and RTCP the next (RFC 3550 §11). One instance
/// is shared by all calls; it hands out pairs in turn, so that a port just freed is not used again at once.
/// </summary>
public sealed class RtpPortRange
{
    private readonly int _first;
    private int _turn = -1;

    /// <summary>1024 to 65535, with room for at least one pair.</summary>
    public RtpPortRange(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1024);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, 65535);
        _first = first + (first & 1);
        PairCount = (last + 1 - _first) / 2;
        ArgumentOutOfRangeException.ThrowIfLessThan(PairCount, 1, nameof(last));
    }

    /// <summary>Pairs in the range: the most calls that it allows.</summary>
    public int PairCount { get; }

    /// <summary>The even port of the next pair in turn.</summary>
    internal int NextEvenPort() => _first + (2 * (int)((uint)Interlocked.Increment(ref _turn) % (uint)PairCount));
}
