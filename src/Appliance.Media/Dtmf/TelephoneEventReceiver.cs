namespace Appliance.Media.Dtmf;

/// <summary>
/// Collapses the packets of a telephone event to one key (RFC 4733 §2.5.2): the timestamp names the event, the end may
/// come several times or not at all. Codes above 15 are ignored. Time is passed in.
/// </summary>
public sealed class TelephoneEventReceiver(TimeSpan lostEndAfter)
{
    private const ushort SegmentDuration = ushort.MaxValue;

    private TelephoneEvent _event;
    private long _start;
    private long _segment;
    private long _lastClosed = long.MinValue;
    private bool _open;
    private TimeSpan _heardAt;

    /// <summary>Takes a packet with its extended timestamp; true when a key is complete.</summary>
    public bool Update(in TelephoneEvent packet, long timestamp, TimeSpan now, out DtmfDigit digit)
    {
        digit = default;
        if (packet.Code > 15 || timestamp <= _lastClosed || (_open && timestamp < _segment))
        {
            return false;
        }

        if (!_open)
        {
            Open(packet, timestamp, now);
            return packet.End && Close(endHeard: true, out digit);
        }

        if (timestamp == _segment || IsNextSegment(packet, timestamp))
        {
            // Within a segment a reordered packet must not make the key shorter.
            var least = timestamp == _segment ? _event.Duration : (ushort)0;
            _event = packet with { Duration = Math.Max(packet.Duration, least) };
            _segment = timestamp;
            _heardAt = now;
            return packet.End && Close(endHeard: true, out digit);
        }

        // The next key began: the end of the last one was lost. An end bit on this packet is repeated by the sender.
        var closed = Close(endHeard: false, out digit);
        Open(packet, timestamp, now);
        return closed;
    }

    /// <summary>Called once per tick: true when the end of a key is overdue.</summary>
    public bool Poll(TimeSpan now, out DtmfDigit digit)
    {
        digit = default;
        return _open && now - _heardAt >= lostEndAfter && Close(endHeard: false, out digit);
    }

    /// <summary>Another stream begins: timestamps before and after cannot be compared. An open key is dropped.</summary>
    public void Reset()
    {
        _open = false;
        _lastClosed = long.MinValue;
    }

    // An event too long for 16 bits goes on in a further segment (RFC 4733 §2.5.1.3).
    private bool IsNextSegment(in TelephoneEvent packet, long timestamp) =>
        packet.Code == _event.Code && timestamp == _segment + SegmentDuration;

    private void Open(in TelephoneEvent packet, long timestamp, TimeSpan now)
    {
        _open = true;
        _event = packet;
        _start = timestamp;
        _segment = timestamp;
        _heardAt = now;
    }

    private bool Close(bool endHeard, out DtmfDigit digit)
    {
        _open = false;
        _lastClosed = _segment;
        var length = _segment - _start + _event.Duration;
        DtmfKeys.TryGetKey(_event.Code, out var key);
        digit = new DtmfDigit(key, AudioFormat.DurationOf(length, AudioFormat.LineSampleRate), _event.Volume, endHeard);
        return true;
    }
}
