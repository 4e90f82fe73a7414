namespace Appliance.Media.Rtp.Reception;

/// <summary>
/// Which SSRC is listened to. A new one is followed at once when the old one has been silent, otherwise with its second
/// packet in sequence, so that a stray packet changes nothing and a real change does not mute the call (RFC 3550 §8).
/// </summary>
public sealed class SourceSwitch(TimeSpan silentAfter)
{
    private uint _current;
    private uint _candidate;
    private ushort _candidateNext;
    private bool _hasCandidate;
    private bool _started;
    private TimeSpan _lastHeard;

    /// <summary>The SSRC listened to; null before the first packet.</summary>
    public uint? Current => _started ? _current : null;

    /// <summary>Takes a packet; false when it is not to be played. <paramref name="changed"/>: a stream begins with it.</summary>
    public bool Accept(uint ssrc, ushort sequence, TimeSpan now, out bool changed)
    {
        changed = false;
        if (_started && ssrc == _current)
        {
            _lastHeard = now;
            _hasCandidate = false;
            return true;
        }

        var follow = !_started || now - _lastHeard > silentAfter
            || (_hasCandidate && ssrc == _candidate && sequence == _candidateNext);
        if (!follow)
        {
            _candidate = ssrc;
            _candidateNext = (ushort)(sequence + 1);
            _hasCandidate = true;
            return false;
        }

        changed = true;
        _started = true;
        _current = ssrc;
        _hasCandidate = false;
        _lastHeard = now;
        return true;
    }
}
