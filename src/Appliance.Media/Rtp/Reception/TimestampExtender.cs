namespace Appliance.Media.Rtp.Reception;

/// <summary>Turns 32-bit RTP timestamps into 64-bit ones that never wrap; each is taken as nearest to the one before.</summary>
public sealed class TimestampExtender
{
    private long _last;
    private bool _started;

    /// <summary>The extended timestamp; the first one keeps its value.</summary>
    public long Extend(uint timestamp)
    {
        if (!_started)
        {
            _started = true;
            _last = timestamp;
        }
        else
        {
            _last += (int)(timestamp - (uint)_last);
        }

        return _last;
    }

    /// <summary>Forgets the stream; the next timestamp is a first one.</summary>
    public void Reset() => _started = false;
}
