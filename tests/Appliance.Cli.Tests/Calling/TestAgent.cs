using System.Net;
using Appliance.Cli.Calling.Listening;
using Appliance.Cli.Calling.Speaking;
using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;
using Appliance.Media;
using Appliance.Media.Codecs;
using Appliance.Media.Pacing;
using Appliance.Media.Rtp;
using Appliance.Sip.Sdp;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Tests.Calling;

/// <summary>
/// A user agent on loopback that answers calls, speaks its first line at once and each next one a fixed time after the
/// caller's last voiced packet came in, and hangs up after the last. It stops talking 60 ms after it is interrupted.
/// </summary>
internal sealed class TestAgent : IAsyncDisposable
{
    private readonly SipUserAgent _agent = new(
        new SipUserAgentOptions { Udp = new IPEndPoint(IPAddress.Loopback, 0), Tcp = null }, TimeProvider.System, NullLoggerFactory.Instance);

    private readonly IReadOnlyList<RenderedLine> _lines;
    private readonly TimeSpan _thinks;

    private TestAgent(IReadOnlyList<RenderedLine> lines, TimeSpan thinks)
    {
        _lines = lines;
        _thinks = thinks;
        _agent.IncomingCallHandler = AnswerAsync;
    }

    public string Uri => $"sip:agent@{_agent.UdpEndPoint}";

    /// <summary>From the caller's last voiced packet to its own first one: the voice of a line begins some frames into its sound.</summary>
    public double AnswersAfterMs(int line) => (_thinks + (_lines[line].Voiced[0] * AudioFormat.FrameDuration)).TotalMilliseconds;

    /// <summary>Whether it sends nothing.</summary>
    public bool Mute { get; init; }

    /// <summary>Answers with that refusal instead; 0 rings for ever.</summary>
    public int? Refusal { get; init; }

    public static async Task<TestAgent> StartAsync(TimeSpan thinks, IEnumerable<string> lines, bool mute = false, int? refusal = null)
    {
        var rendered = await CallerVoice.RenderAsync(new EspeakSynthesizer(), lines, SpeechOptions.Default, TestContext.Current.CancellationToken);
        var agent = new TestAgent(rendered, thinks) { Mute = mute, Refusal = refusal };
        await agent._agent.StartAsync();
        return agent;
    }

    public ValueTask DisposeAsync() => _agent.DisposeAsync();

    private async Task AnswerAsync(IncomingCall incoming, CancellationToken stopping)
    {
        if (Refusal is { } status)
        {
            await (status == 0 ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, incoming.Cancelled) : incoming.RejectAsync(status));
            return;
        }

        var tap = new AgentTap();
        var options = new RtpSessionOptions { LocalAddress = IPAddress.Loopback, Tap = tap };
        await using var session = RtpSession.Open(options, TimeProvider.System, NullLogger.Instance);
        var local = new LocalMedia { Address = IPAddress.Loopback, Port = session.LocalRtp.Port };
        var answer = SdpNegotiation.Answer(incoming.Offer!, local, out _)!;
        var format = new RtpMediaFormat { Codec = RtpCodec.Pcmu, PayloadType = (byte)answer.Audio.PayloadType, Remote = answer.Audio.Remote };
        tap.Expect(format);
        session.Start(format);
        var call = (await incoming.AcceptAsync(answer.Description))!;
        using var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        var stream = new TestAgentStream(session, tap, _lines, _thinks);
        if (!Mute)
        {
            pacer.Add(stream);
        }

        await Task.WhenAny(stream.AllSaid, call.Ended);
        pacer.Remove(stream);
        await call.ByeAsync();
    }
}
