namespace Appliance.Media.Dtmf;

/// <summary>What to send in a tick instead of audio.</summary>
internal enum DtmfTickKind
{
    /// <summary>Audio, as always.</summary>
    Audio,

    /// <summary>An event packet.</summary>
    Event,

    /// <summary>Silence: the pause between two keys.</summary>
    Pause,
}

/// <summary>What to send in a tick; <paramref name="Timestamp"/> is that of the event's start.</summary>
internal readonly record struct DtmfTick(DtmfTickKind Kind, TelephoneEvent Event, uint Timestamp, bool Marker);

/// <summary>
/// Plays queued keys as telephone events (RFC 4733 §2.5.1): one packet per tick with the duration so far, the end sent
/// three times a tick apart, 60 ms between keys. Pure but for its own state.
/// </summary>
internal sealed class TelephoneEventSender
{
    /// <summary>Keys that may wait.</summary>
    public const int Capacity = 32;

    private const int EndRepeats = 3;
    private const int PauseTicks = 3;
    private const int TickUnits = AudioFormat.LineFrameSamples;

    private readonly Queue<(byte Code, int Ticks)> _waiting = new(Capacity);
    private byte _code;
    private int _ticks;
    private int _sent;
    private int _pause;
    private uint _start;

    /// <summary>Whether anything is being sent or waits.</summary>
    public bool IsBusy => _ticks > 0 || _pause > 0 || _waiting.Count > 0;

    /// <summary>Queues a key; false when the queue is full.</summary>
    public bool Enqueue(byte code, int ticks)
    {
        if (_waiting.Count == Capacity)
        {
            return false;
        }

        _waiting.Enqueue((code, ticks));
        return true;
    }

    /// <summary>Decides for the tick whose audio would carry this timestamp.</summary>
    public DtmfTick Next(byte volume, uint timestamp)
    {
        if (_pause > 0)
        {
            _pause--;
            return new DtmfTick(DtmfTickKind.Pause, default, timestamp, Marker: false);
        }

        if (_ticks == 0)
        {
            if (!_waiting.TryDequeue(out var key))
            {
                return default;
            }

            (_code, _ticks) = key;
            _sent = 0;
            _start = timestamp;
        }

        _sent++;
        var ended = _sent >= _ticks;
        var duration = (ushort)Math.Min(Math.Min(_sent, _ticks) * TickUnits, ushort.MaxValue);
        var tick = new DtmfTick(DtmfTickKind.Event, new TelephoneEvent(_code, ended, volume, duration), _start, _sent == 1);
        if (_sent == _ticks + EndRepeats - 1)
        {
            _ticks = 0;
            _pause = PauseTicks;
        }

        return tick;
    }

    /// <summary>Forgets everything queued.</summary>
    public void Clear()
    {
        _waiting.Clear();
        _ticks = 0;
        _pause = 0;
    }
}
