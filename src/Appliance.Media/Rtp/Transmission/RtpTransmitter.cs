using System.Buffers.Binary;
using System.Security.Cryptography;
using Appliance.Media.Codecs;
using Appliance.Media.Dtmf;
using Appliance.Media.Resampling;
using Appliance.Media.Rtp.Packets;

namespace Appliance.Media.Rtp.Transmission;

/// <summary>
/// Turns frames into packets: resample, encode, number, send; keys take the place of audio while they last. One lock
/// guards all; nothing is allocated per packet. SSRC, first sequence number and first timestamp are random (RFC 3550 §5.1).
/// </summary>
internal sealed class RtpTransmitter
{
    private readonly Lock _lock = new();
    private readonly IPacketSink _sink;
    private readonly byte _digitVolume;
    private readonly PolyphaseResampler _downsampler = new(AudioFormat.SampleRate, AudioFormat.LineSampleRate);
    private readonly TelephoneEventSender _events = new();
    private readonly short[] _line = new short[AudioFormat.LineFrameSamples];
    private readonly byte[] _packet = new byte[RtpHeader.Length + AudioFormat.LineFrameSamples];
    private readonly SendTimeline _timeline;
    private RtpMediaFormat? _format;
    private ushort _sequence;
    private bool _spurt;
    private long _packets;
    private long _octets;
    private long _errors;

    public RtpTransmitter(IPacketSink sink, byte digitVolume)
    {
        _sink = sink;
        _digitVolume = digitVolume;
        Span<byte> random = stackalloc byte[10];
        RandomNumberGenerator.Fill(random);
        Ssrc = BinaryPrimitives.ReadUInt32BigEndian(random);
        _timeline = new SendTimeline(BinaryPrimitives.ReadUInt32BigEndian(random[4..]));
        _sequence = BinaryPrimitives.ReadUInt16BigEndian(random[8..]);
    }

    /// <summary>Our source.</summary>
    public uint Ssrc { get; }

    /// <summary>Whether keys are being sent or wait.</summary>
    public bool IsSendingDigits
    {
        get
        {
            lock (_lock)
            {
                return _events.IsBusy;
            }
        }
    }

    public void Configure(RtpMediaFormat format)
    {
        lock (_lock)
        {
            if (format.TelephoneEventPayloadType is null)
            {
                _events.Clear();
            }

            _format = format;
        }
    }

    /// <summary>Sends the frame of a tick: 320 samples at 16 kHz.</summary>
    public void SendFrame(ReadOnlySpan<short> frame, long? tick, TimeSpan now)
    {
        lock (_lock)
        {
            if (_format is null)
            {
                return;
            }

            _downsampler.Process(frame, _line);
            _spurt |= _timeline.MoveTo(tick, now);
            var digit = _events.Next(_digitVolume, _timeline.Timestamp);
            if (!_format.HasDestination)
            {
                // Time passes while the call is held; the next packet begins a spurt.
                _spurt = true;
                return;
            }

            if (digit.Kind is DtmfTickKind.Event && _format.TelephoneEventPayloadType is { } type)
            {
                digit.Event.Write(_packet.AsSpan(RtpHeader.Length));
                SendNeedsLock(new RtpHeader(type, digit.Marker, _sequence, digit.Timestamp, Ssrc), TelephoneEvent.Length);
                return;
            }

            if (digit.Kind is DtmfTickKind.Pause)
            {
                _line.AsSpan().Clear();
            }

            G711.Encode(_format.Codec, _line, _packet.AsSpan(RtpHeader.Length));
            var header = new RtpHeader(_format.PayloadType, _spurt, _sequence, _timeline.Timestamp, Ssrc);
            _spurt = false;
            SendNeedsLock(header, AudioFormat.LineFrameSamples);
        }
    }

    /// <summary>Queues a key.</summary>
    public SendDigitResult SendDigit(char key, TimeSpan duration)
    {
        lock (_lock)
        {
            if (!DtmfKeys.TryGetEvent(key, out var code))
            {
                return SendDigitResult.NotAKey;
            }

            if (_format?.TelephoneEventPayloadType is null)
            {
                return SendDigitResult.NotAgreed;
            }

            var ticks = (int)Math.Clamp(Math.Ceiling(duration / AudioFormat.FrameDuration), 2, 400);
            return _events.Enqueue(code, ticks) ? SendDigitResult.Queued : SendDigitResult.QueueFull;
        }
    }

    /// <summary>Counts, and the RTP time that belongs to now, for a sender report.</summary>
    public (RtpOutboundStatistics Counts, uint TimestampNow) Snapshot(TimeSpan now)
    {
        lock (_lock)
        {
            var since = (now - _timeline.LastAt).Ticks * AudioFormat.LineSampleRate / TimeSpan.TicksPerSecond;
            return (new RtpOutboundStatistics(_packets, _octets, _errors), _timeline.Timestamp + (uint)since);
        }
    }

    private void SendNeedsLock(in RtpHeader header, int payloadLength)
    {
        header.Write(_packet);
        _sequence++;
        if (_sink.TrySend(_packet.AsSpan(0, RtpHeader.Length + payloadLength)))
        {
            _packets++;
            _octets += payloadLength;
        }
        else
        {
            _errors++;
        }
    }
}
