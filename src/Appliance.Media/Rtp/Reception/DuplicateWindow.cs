namespace Appliance.Media.Rtp.Reception;

/// <summary>Remembers which of the last 64 sequence numbers came, so that a packet that comes twice is seen once.</summary>
public sealed class DuplicateWindow
{
    private ulong _seen;
    private ushort _highest;
    private bool _started;

    /// <summary>True when the number has been seen within the window; notes it otherwise.</summary>
    public bool IsDuplicate(ushort sequence)
    {
        var ahead = _started ? (short)(sequence - _highest) : (short)64;
        if (ahead > 0)
        {
            _seen = ahead >= 64 ? 1 : (_seen << ahead) | 1;
            _highest = sequence;
            _started = true;
            return false;
        }

        if (ahead <= -64)
        {
            return false;
        }

        var bit = 1UL << -ahead;
        var duplicate = (_seen & bit) != 0;
        _seen |= bit;
        return duplicate;
    }

    /// <summary>Forgets the stream.</summary>
    public void Reset() => _started = false;
}
