using System.Net;
using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transports;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Two user agents over real sockets on loopback. The callee answers unless a test sets another handler.</summary>
internal sealed class AgentPair : IAsyncDisposable
{
    private static readonly IPEndPoint s_loopback = new(IPAddress.Loopback, 0);

    private AgentPair(SipTransportKind kind, SipUserAgentOptions calleeOptions)
    {
        Kind = kind;
        Caller = new SipUserAgent(Only(kind, new SipUserAgentOptions { User = "caller" }), TimeProvider.System, NullLoggerFactory.Instance);
        Callee = new SipUserAgent(Only(kind, calleeOptions), TimeProvider.System, NullLoggerFactory.Instance);
        Callee.IncomingCallHandler = AnswerAsync;
    }

    public SipTransportKind Kind { get; }

    public SipUserAgent Caller { get; }

    public SipUserAgent Callee { get; }

    /// <summary>The callee's side of the call that <see cref="AnswerAsync"/> took.</summary>
    public TaskCompletionSource<SipCall?> Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SipUri Target => TargetOf(Callee);

    public static async Task<AgentPair> StartAsync(SipTransportKind kind, SipUserAgentOptions? calleeOptions = null)
    {
        var pair = new AgentPair(kind, calleeOptions ?? new SipUserAgentOptions { User = "callee" });
        await pair.Caller.StartAsync(TestContext.Current.CancellationToken);
        await pair.Callee.StartAsync(TestContext.Current.CancellationToken);
        return pair;
    }

    public SipUri TargetOf(SipUserAgent agent)
    {
        var uri = new SipUri("127.0.0.1") { User = "callee", Port = (Kind == SipTransportKind.Udp ? agent.UdpEndPoint : agent.TcpEndPoint)!.Port };
        return Kind == SipTransportKind.Udp ? uri : uri with { Parameters = uri.Parameters.With("transport", "tcp") };
    }

    public Task<InviteOutcome> PlaceAsync(OutgoingInvite? invite = null) =>
        CallAsync(invite ?? new OutgoingInvite { Offer = Descriptions.Offer() }, TestContext.Current.CancellationToken);

    public Task<InviteOutcome> CallAsync(OutgoingInvite invite, CancellationToken giveUp) => Caller.InviteAsync(Target, invite, giveUp).Within();

    /// <summary>Rings, then accepts whatever is offered.</summary>
    public async Task AnswerAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        await call.RingAsync();
        var description = call.Offer is null
            ? SdpNegotiation.Offer(Descriptions.Callee)
            : Descriptions.AnswerTo(call.Offer, Descriptions.Callee);
        Answered.TrySetResult(await call.AcceptAsync(description));
    }

    public async ValueTask DisposeAsync()
    {
        await Caller.DisposeAsync();
        await Callee.DisposeAsync();
    }

    private static SipUserAgentOptions Only(SipTransportKind kind, SipUserAgentOptions options) => options with
    {
        Udp = kind == SipTransportKind.Udp ? s_loopback : null,
        Tcp = kind == SipTransportKind.Tcp ? s_loopback : null,
    };
}
