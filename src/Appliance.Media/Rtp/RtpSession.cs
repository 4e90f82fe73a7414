using System.Net;
using System.Security.Cryptography;
using Appliance.Media.Dtmf;
using Appliance.Media.Rtp.Reception;
using Appliance.Media.Rtp.Rtcp;
using Appliance.Media.Rtp.Sources;
using Appliance.Media.Rtp.Transmission;
using Microsoft.Extensions.Logging;

namespace Appliance.Media.Rtp;

/// <summary>
/// A call's media on real sockets (RFC 3550, 3551, 4733). Once per tick the owner pulls a frame with
/// <see cref="ReadFrame"/> and pushes one with <see cref="SendFrame(ReadOnlySpan{short}, long)"/>; both never block and
/// allocate nothing. Frames are 320 samples, 16 kHz mono. All members may be called from any thread.
/// </summary>
public sealed class RtpSession : IDisposable, IAsyncDisposable
{
    private readonly DatagramSocket _rtp;
    private readonly DatagramSocket _rtcp;
    private readonly RtpReceiver _receiver;
    private readonly RtpTransmitter _transmitter;
    private readonly RtcpAgent _agent;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly long _started;
    private readonly ITimer? _reports;
    private RtpMediaFormat? _format;
    private int _disposed;

    private RtpSession(RtpSocketPair sockets, RtpSessionOptions options, TimeProvider time, ILogger logger)
    {
        _time = time;
        _logger = logger;
        _started = time.GetTimestamp();
        _rtp = new DatagramSocket(sockets.Rtp, options.DifferentiatedServices, time, logger);
        _rtcp = new DatagramSocket(sockets.Rtcp, options.DifferentiatedServices, time, logger);
        _receiver = new RtpReceiver(options);
        _transmitter = new RtpTransmitter(_rtp, options.DigitVolume);
        // Random and for this call only: it tells nothing of the machine (RFC 7022 §4.2).
        var name = Convert.ToBase64String(RandomNumberGenerator.GetBytes(12));
        _agent = new RtcpAgent(_transmitter.Ssrc, name, time.GetUtcNow());
        _reports = options.Rtcp ? time.CreateTimer(Report, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) : null;
    }

    /// <summary>Where RTP is bound: this port goes into SDP. RTCP is on the next one.</summary>
    public IPEndPoint LocalRtp => _rtp.Local;

    /// <summary>Our SSRC.</summary>
    public uint Ssrc => _transmitter.Ssrc;

    /// <summary>Time since the last packet was taken, or since <see cref="Start"/> before the first.</summary>
    public TimeSpan SinceLastPacket => _format is null ? TimeSpan.Zero : Now - _receiver.LastPacket;

    /// <summary>Whether keys are being sent or wait to be.</summary>
    public bool IsSendingDigits => _transmitter.IsSendingDigits;

    /// <summary>A snapshot of all counts; allocates.</summary>
    public RtpStatistics Statistics
    {
        get
        {
            var (inbound, jitter) = _receiver.Snapshot();
            var (roundTrip, fractionLost, goodbye) = _agent.State;
            return new RtpStatistics(inbound, _transmitter.Snapshot(Now).Counts, jitter, roundTrip, fractionLost, goodbye);
        }
    }

    /// <summary>Time since the session was opened: the clock of <see cref="IRtpTap"/>.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_started);

    /// <summary>Binds a pair of ports; throws <see cref="MediaException"/> when there is none.</summary>
    public static RtpSession Open(RtpSessionOptions options, TimeProvider time, ILogger logger) =>
        TryOpen(options, time, logger, out var session) switch
        {
            RtpOpenResult.Opened => session!,
            RtpOpenResult.PortsExhausted => throw new MediaException(
                MediaErrorReason.PortsExhausted, "Every pair of media ports in the range is in use."),
            _ => throw new MediaException(
                MediaErrorReason.AddressUnavailable, $"Media cannot be bound to {options.LocalAddress}."),
        };

    /// <summary>Binds a pair of ports; the result says why there is none.</summary>
    public static RtpOpenResult TryOpen(RtpSessionOptions options, TimeProvider time, ILogger logger, out RtpSession? session)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        options.Validate();
        var result = RtpSocketPair.TryOpen(options.LocalAddress, options.Ports, out var sockets);
        session = sockets is null ? null : new RtpSession(sockets, options, time, logger);
        return result;
    }

    /// <summary>Begins to receive and to send, once offer and answer agree. Call it once.</summary>
    public void Start(RtpMediaFormat format)
    {
        if (_format is not null)
        {
            throw new InvalidOperationException("The session has been started; use Update.");
        }

        Update(format);
        _rtp.Start(TakeRtp);
        _rtcp.Start(TakeRtcp);
        ScheduleReport();
    }

    /// <summary>Changes what was agreed, after a re-INVITE: codec, payload types, remote, hold.</summary>
    public void Update(RtpMediaFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var moved = _format is null || !_format.Remote.Equals(format.Remote) || !Equals(_format.RemoteRtcp, format.RemoteRtcp);
        _format = format;
        _receiver.Configure(format, Now);
        _transmitter.Configure(format);
        if (moved)
        {
            // A latched source stays when the remote stays.
            var named = format.HasAddress;
            _rtp.SendTo(named ? format.Remote : null);
            _rtcp.SendTo(named ? format.RemoteRtcp ?? NextPort(format.Remote) : null);
        }
    }

    /// <summary>Takes this tick's frame, always 320 samples; false when nothing is being received and it is silence.</summary>
    public bool ReadFrame(Span<short> frame, out ReceivedFrame info)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(frame.Length, AudioFormat.FrameSamples, nameof(frame));
        info = new ReceivedFrame(_receiver.ReadFrame(frame, Now));
        return !info.IsSilent;
    }

    /// <summary>
    /// Encodes and sends 320 samples now. The timestamp follows from the pacer's tick number, so ticks without a call
    /// leave a true gap. Must be called every tick, with silence if need be, while keys are to be sent.
    /// </summary>
    public void SendFrame(ReadOnlySpan<short> frame, long tick) => Send(frame, tick);

    /// <summary>As the other one, with the clock for the tick number: pauses over 120 ms become gaps, shorter ones do not.</summary>
    public void SendFrame(ReadOnlySpan<short> frame) => Send(frame, null);

    /// <summary>Queues a key, held for the duration in steps of 20 ms (40 ms to 8 s); audio is suppressed meanwhile.</summary>
    public SendDigitResult SendDigit(char digit, TimeSpan duration) => _transmitter.SendDigit(digit, duration);

    /// <summary>Takes the next key the other side pressed, complete with its duration.</summary>
    public bool TryReadDigit(out DtmfDigit digit) => _receiver.TryReadDigit(out digit);

    /// <summary>Says BYE by RTCP and frees the ports; does not wait for the receive loops.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _reports?.Dispose();
            if (_format is not null && _reports is not null)
            {
                SendReport(goodbye: true);
            }

            _rtp.Close();
            _rtcp.Close();
        }
    }

    /// <summary>As <see cref="Dispose"/>, and waits for the receive loops.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _rtp.DisposeAsync();
        await _rtcp.DisposeAsync();
    }

    private static IPEndPoint? NextPort(IPEndPoint remote) =>
        remote.Port is 0 or 65535 ? null : new IPEndPoint(remote.Address, remote.Port + 1);

    private void Send(ReadOnlySpan<short> frame, long? tick)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(frame.Length, AudioFormat.FrameSamples, nameof(frame));
        _transmitter.SendFrame(frame, tick, Now);
    }

    private void TakeRtp(ReadOnlySpan<byte> datagram, SourceKey source)
    {
        if (_receiver.Take(datagram, source, Now) is SourceVerdict.Latched)
        {
            var remote = source.ToEndPoint(LocalRtp.AddressFamily);
            RtpLog.Latched(_logger, LocalRtp.Port);
            _rtp.SendTo(remote);
            _rtcp.SendTo(NextPort(remote));
        }
    }

    private void TakeRtcp(ReadOnlySpan<byte> datagram, SourceKey source)
    {
        if (_receiver.AcceptsControlFrom(source))
        {
            _agent.Take(datagram, _receiver.CurrentSsrc, Now);
        }
    }

    private void Report(object? state)
    {
        if (Volatile.Read(ref _disposed) == 0)
        {
            SendReport(goodbye: false);
            ScheduleReport();
        }
    }

    private void SendReport(bool goodbye)
    {
        Span<byte> buffer = stackalloc byte[RtcpAgent.MaxLength];
        var now = Now;
        var (sent, timestamp) = _transmitter.Snapshot(now);
        var length = _agent.Compose(buffer, sent, timestamp, _receiver.TakeReport(), goodbye, now);
        _rtcp.TrySend(buffer[..length]);
    }

    private void ScheduleReport()
    {
        var random = RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);
        var weSent = _transmitter.Snapshot(Now).Counts.Packets > 0;
        _reports?.Change(_agent.NextInterval(weSent, _receiver.CurrentSsrc is not null, random), Timeout.InfiniteTimeSpan);
    }
}
