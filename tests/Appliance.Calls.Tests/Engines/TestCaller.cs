using System.Collections.Concurrent;
using System.Net;
using Appliance.Inference.Tts;
using Appliance.Media;
using Appliance.Media.Codecs;
using Appliance.Media.Pacing;
using Appliance.Media.Rtp;
using Appliance.Sip.Sdp;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Engines;

/// <summary>A telephone on loopback: real SIP, real RTP, one frame each 20 ms.</summary>
internal sealed class TestCaller : IPacedStream, IAsyncDisposable
{
    private readonly RealEngines _engines;
    private readonly SipUserAgent _agent;
    private readonly ConcurrentQueue<short[]> _toSay = new();
    private readonly short[] _heard = new short[AudioFormat.FrameSamples];
    private readonly short[] _silence = new short[AudioFormat.FrameSamples];
    private int _voicedFrames;
    private int _silentFrames;

    public TestCaller(RealEngines engines)
    {
        _engines = engines;
        var options = new SipUserAgentOptions { Udp = new IPEndPoint(IPAddress.Loopback, 0), Tcp = null, User = "5550009999" };
        _agent = new SipUserAgent(options, TimeProvider.System, NullLoggerFactory.Instance);
        Rtp = RtpSession.Open(new RtpSessionOptions { LocalAddress = IPAddress.Loopback }, TimeProvider.System, NullLogger.Instance);
        Local = new LocalMedia { Address = IPAddress.Loopback, Port = Rtp.LocalRtp.Port };
    }

    public RtpSession Rtp { get; }

    public LocalMedia Local { get; init; }

    public SipCall? Call { get; private set; }

    /// <summary>Frames of 20 ms in which the agent was heard.</summary>
    public int VoicedFrames => Volatile.Read(ref _voicedFrames);

    public async Task<InviteOutcome> CallAsync(IPEndPoint appliance, SessionDescription? offer = null)
    {
        await _agent.StartAsync();
        offer ??= SdpNegotiation.Offer(Local);
        var target = new Sip.Messages.SipUri(appliance.Address.ToString()) { User = "clinic", Port = appliance.Port };
        var outcome = await _agent.InviteAsync(target, new OutgoingInvite { Offer = offer });
        Call = outcome.Call;
        if (Call is not null)
        {
            var audio = SdpNegotiation.Accept(offer, Call.RemoteDescription!, Local, out _)!;
            Rtp.Start(new RtpMediaFormat
            {
                Codec = audio.Codec == "PCMA" ? RtpCodec.Pcma : RtpCodec.Pcmu,
                PayloadType = (byte)audio.PayloadType,
                TelephoneEventPayloadType = (byte?)audio.TelephoneEventPayloadType,
                Remote = audio.Remote,
            });
            _engines.Pacer.Add(this);
        }

        return outcome;
    }

    /// <summary>Says a line, once the agent has been silent for a second.</summary>
    public async Task SayAsync(string line)
    {
        await HearEndAsync();
        var options = new SpeechOptions { Voice = "en-us+m3" };
        await foreach (var chunk in _engines.Synthesizer.SpeakAsync(line, options, CancellationToken.None))
        {
            foreach (var frame in chunk.Samples.Chunk(AudioFormat.FrameSamples).Where(frame => frame.Length == AudioFormat.FrameSamples))
            {
                _toSay.Enqueue(frame);
            }
        }
    }

    /// <summary>Waits until the agent has spoken and then been silent for a second.</summary>
    public async Task HearEndAsync()
    {
        var before = VoicedFrames;
        await Until(() => VoicedFrames > before && Volatile.Read(ref _silentFrames) > 50);
    }

    public static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>No packet leaves any more, as when the cable is pulled.</summary>
    public void PullTheCable() => _engines.Pacer.Remove(this);

    public void OnTick(long tick)
    {
        Rtp.SendFrame(_toSay.TryDequeue(out var frame) ? frame : _silence, tick);
        Rtp.ReadFrame(_heard, out _);
        if (_heard.AsSpan().IndexOfAnyExceptInRange((short)-600, (short)600) >= 0)
        {
            Interlocked.Increment(ref _voicedFrames);
            Volatile.Write(ref _silentFrames, 0);
        }
        else
        {
            Interlocked.Increment(ref _silentFrames);
        }
    }

    public void OnFault(Exception exception) => throw new InvalidOperationException("The test's telephone failed.", exception);

    public async ValueTask DisposeAsync()
    {
        _engines.Pacer.Remove(this);
        await _agent.DisposeAsync();
        await Rtp.DisposeAsync();
    }
}
