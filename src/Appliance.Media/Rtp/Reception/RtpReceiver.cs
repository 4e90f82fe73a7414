using Appliance.Media.Codecs;
using Appliance.Media.Dtmf;
using Appliance.Media.Jitter;
using Appliance.Media.Resampling;
using Appliance.Media.Rtp.Packets;
using Appliance.Media.Rtp.Sources;

namespace Appliance.Media.Rtp.Reception;

/// <summary>
/// Everything that happens to a received packet, without sockets: source rule, SSRC, sequence, codec, keys, jitter
/// buffer. Datagrams come from the receive loop, frames are taken by the pacer; one lock guards all. Nothing is
/// allocated per packet.
/// </summary>
internal sealed class RtpReceiver
{
    private const int DigitCapacity = 32;
    private static readonly TimeSpan SourceSilentAfter = TimeSpan.FromMilliseconds(60);

    private readonly Lock _lock = new();
    private readonly RtpSessionOptions _options;
    private readonly JitterBuffer _jitterBuffer;
    private readonly TelephoneEventReceiver _events;
    private readonly PolyphaseResampler _upsampler = new(AudioFormat.LineSampleRate, AudioFormat.SampleRate);
    private readonly SourceSwitch _switch = new(SourceSilentAfter);
    private readonly TimestampExtender _timestamps = new();
    private readonly DuplicateWindow _duplicates = new();
    private readonly InterarrivalJitter _jitter = new();
    private readonly Queue<DtmfDigit> _digits = new(DigitCapacity);
    private readonly short[] _decoded = new short[JitterBuffer.MaxPacketSamples];
    private readonly short[] _line = new short[AudioFormat.LineFrameSamples];
    private SequenceTracker _sequence = new();
    private RtpMediaFormat? _format;
    private SourceFilter? _filter;
    private TimeSpan _lastPacket;
    private InboundCounters _count;

    public RtpReceiver(RtpSessionOptions options)
    {
        _options = options;
        _jitterBuffer = new JitterBuffer(options.Jitter);
        _events = new TelephoneEventReceiver(options.LostDigitEnd);
    }

    /// <summary>When the last packet was taken; the start of the session before the first.</summary>
    public TimeSpan LastPacket
    {
        get
        {
            lock (_lock)
            {
                return _lastPacket;
            }
        }
    }

    /// <summary>Sets or changes what is expected; another remote end point resets the source rule.</summary>
    public void Configure(RtpMediaFormat format, TimeSpan now)
    {
        lock (_lock)
        {
            if (_format is null || (format.Receives && !_format.Receives))
            {
                // Silence counts from when there might be sound.
                _lastPacket = now;
            }

            if (_format is null || !_format.Remote.Equals(format.Remote))
            {
                _filter = new SourceFilter(format.Remote, _options.AddressLatching, _options.LatchAfterPackets);
            }

            _format = format;
        }
    }

    /// <summary>Takes a datagram; Latched asks the caller to send to the new source from now on.</summary>
    public SourceVerdict Take(ReadOnlySpan<byte> datagram, SourceKey source, TimeSpan now)
    {
        var result = RtpPacket.TryParse(datagram, out var packet);
        lock (_lock)
        {
            if (_format is null || _filter is null || !_format.Receives)
            {
                _count.WrongSource++;
                return SourceVerdict.Reject;
            }

            if (result is not RtpParseResult.Ok)
            {
                _count.Malformed++;
                return SourceVerdict.Reject;
            }

            var type = packet.Header.PayloadType;
            if (type != _format.PayloadType && type != _format.TelephoneEventPayloadType)
            {
                _count.WrongPayloadType++;
                return SourceVerdict.Reject;
            }

            if (!HasPossibleLength(packet.Payload.Length, isAudio: type == _format.PayloadType))
            {
                _count.Malformed++;
                return SourceVerdict.Reject;
            }

            var verdict = _filter.Judge(source, packet.Header.SequenceNumber, now);
            if (verdict is SourceVerdict.Reject)
            {
                _count.WrongSource++;
                return verdict;
            }

            AcceptNeedsLock(packet, _format, now);
            return verdict;
        }
    }

    /// <summary>Whether RTCP from there is believed.</summary>
    public bool AcceptsControlFrom(SourceKey source)
    {
        lock (_lock)
        {
            return _filter?.AcceptsControlFrom(source) ?? false;
        }
    }

    /// <summary>Takes the frame of a tick: 320 samples at 16 kHz.</summary>
    public FrameOrigin ReadFrame(Span<short> frame, TimeSpan now)
    {
        lock (_lock)
        {
            if (_events.Poll(now, out var digit))
            {
                KeepNeedsLock(digit);
            }

            var origin = _jitterBuffer.Read(_line, now);
            _upsampler.Process(_line, frame);
            return origin;
        }
    }

    /// <summary>Takes the next key that was pressed.</summary>
    public bool TryReadDigit(out DtmfDigit digit)
    {
        lock (_lock)
        {
            return _digits.TryDequeue(out digit);
        }
    }

    /// <summary>What a report says of this source (RFC 3550 A.3); null before the first packet. Begins a new interval.</summary>
    public ReceptionReport? TakeReport()
    {
        lock (_lock)
        {
            return _switch.Current is not { } ssrc || _sequence.Expected == 0
                ? null
                : new ReceptionReport(
                    ssrc, _sequence.TakeFractionLost(), _sequence.Lost, _sequence.ExtendedHighest, _jitter.Value);
        }
    }

    /// <summary>The SSRC that is listened to; null before the first packet.</summary>
    public uint? CurrentSsrc
    {
        get
        {
            lock (_lock)
            {
                return _switch.Current;
            }
        }
    }

    /// <summary>A snapshot of all counts.</summary>
    public (RtpInboundStatistics Inbound, JitterBufferStatistics Jitter) Snapshot()
    {
        lock (_lock)
        {
            return (_count.Report(_sequence.Lost, _jitter.Value), _jitterBuffer.Statistics);
        }
    }

    private static bool HasPossibleLength(int length, bool isAudio) =>
        isAudio ? length is > 0 and <= JitterBuffer.MaxPacketSamples : length >= TelephoneEvent.Length;

    private void AcceptNeedsLock(in RtpPacket packet, RtpMediaFormat format, TimeSpan now)
    {
        var header = packet.Header;
        if (!_switch.Accept(header.Ssrc, header.SequenceNumber, now, out var changed))
        {
            _count.WrongSource++;
            return;
        }

        if (changed)
        {
            _count.SourceChanges++;
            RestartNeedsLock();
        }

        var verdict = _sequence.Update(header.SequenceNumber);
        if (verdict is SequenceVerdict.Suspicious)
        {
            _count.Suspicious++;
            return;
        }

        if (verdict is SequenceVerdict.Restarted)
        {
            RestreamNeedsLock();
        }

        _lastPacket = now;
        if (_duplicates.IsDuplicate(header.SequenceNumber))
        {
            _count.Duplicates++;
            return;
        }

        _count.Packets++;
        _count.Octets += packet.Payload.Length;
        _options.Tap?.OnPacket(header, packet.Payload, now);
        if (header.PayloadType == format.PayloadType)
        {
            PlayNeedsLock(packet, format.Codec, now);
        }
        else if (TelephoneEvent.TryRead(packet.Payload, out var value)
            && _events.Update(value, _timestamps.Extend(header.Timestamp), now, out var digit))
        {
            KeepNeedsLock(digit);
        }
    }

    private void PlayNeedsLock(in RtpPacket packet, RtpCodec codec, TimeSpan now)
    {
        var arrival = now.Ticks * AudioFormat.LineSampleRate / TimeSpan.TicksPerSecond;
        _jitter.Update((uint)arrival, packet.Header.Timestamp);
        G711.Decode(codec, packet.Payload, _decoded);
        _jitterBuffer.Insert(_timestamps.Extend(packet.Header.Timestamp), _decoded.AsSpan(0, packet.Payload.Length), now);
    }

    private void KeepNeedsLock(in DtmfDigit digit)
    {
        if (_digits.Count == DigitCapacity)
        {
            _count.DigitsDropped++;
            return;
        }

        _digits.Enqueue(digit);
    }

    // Another source: its numbers have nothing to do with those before.
    private void RestartNeedsLock()
    {
        _sequence = new SequenceTracker();
        RestreamNeedsLock();
    }

    private void RestreamNeedsLock()
    {
        _timestamps.Reset();
        _duplicates.Reset();
        _jitter.Rebase();
        _events.Reset();
        _jitterBuffer.Resync();
    }
}
