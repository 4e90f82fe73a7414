using Appliance.Sip.Sdp;
using Appliance.Sip.Transports;
using Appliance.Sip.UserAgent;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Re-INVITE within a call, RFC 3261 §14.</summary>
public sealed class ReofferTests
{
    private static readonly LocalMedia s_moved = Descriptions.Caller with { Port = 40_100, SessionVersion = 2 };

    public static TheoryData<SipTransportKind> Kinds { get; } = [SipTransportKind.Udp, SipTransportKind.Tcp];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reoffer_WhenHandlerAnswers_ChangesBothSides(SipTransportKind kind)
    {
        await using var pair = await AgentPair.StartAsync(kind);
        var outcome = await pair.PlaceAsync();
        var answered = await pair.Answered.Task.Within();
        answered!.ReofferHandler = offer => Descriptions.AnswerTo(offer, Descriptions.Callee with { Port = 42_100 });
        var reoffer = await outcome.Call!.ReofferAsync(SdpNegotiation.Offer(s_moved)).Within();
        Assert.Equal(200, reoffer.Status);
        Assert.Equal(42_100, Descriptions.PortOf(outcome.Call.RemoteDescription));
        Assert.Equal(40_100, Descriptions.PortOf(answered.RemoteDescription));
        await answered.ByeAsync().Within();
        Assert.Equal(SipCallEnd.Remote, await outcome.Call.Ended.Within());
    }

    [Fact]
    public async Task Reoffer_WhenHandlerRefuses_Gives488AndTheCallGoesOn()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        var outcome = await pair.PlaceAsync();
        var answered = await pair.Answered.Task.Within();
        answered!.ReofferHandler = _ => null;
        Assert.Equal(488, (await outcome.Call!.ReofferAsync(SdpNegotiation.Offer(s_moved)).Within()).Status);
        Assert.Equal(Descriptions.Caller.Port, Descriptions.PortOf(answered.RemoteDescription));
        Assert.False(answered.Ended.IsCompleted);
    }

    [Fact]
    public async Task Reoffer_WhenThereIsNoHandler_Gives488()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        var outcome = await pair.PlaceAsync();
        Assert.Equal(488, (await outcome.Call!.ReofferAsync(SdpNegotiation.Offer(s_moved)).Within()).Status);
    }

    [Fact]
    public async Task Reoffer_WhenPeerReoffersToo_Gives491()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        using var raw = new RawPeer(pair.Callee.UdpEndPoint!);
        raw.Send(raw.Request("INVITE", "a", body: RawPeer.Sdp));
        var to = RawPeer.Header(await raw.ReceiveAsync("SIP/2.0 200"), "To");
        raw.Send(raw.Request("ACK", "b", to: to));
        var call = await pair.Answered.Task.Within();
        var ours = call!.ReofferAsync(SdpNegotiation.Offer(Descriptions.Callee));
        await raw.ReceiveAsync("INVITE");
        raw.Send(raw.Request("INVITE", "c", body: RawPeer.Sdp, to: to, sequence: 2));
        Assert.Contains("z9hG4bKc", await raw.ReceiveAsync("SIP/2.0 491"), StringComparison.Ordinal);
        await pair.Callee.StopAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(200, (await ours.Within()).Status);
    }

    [Fact]
    public async Task Reoffer_WhenPeerSendsTwo_Gives500ToTheSecond()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        using var raw = new RawPeer(pair.Callee.UdpEndPoint!);
        raw.Send(raw.Request("INVITE", "a", body: RawPeer.Sdp));
        var to = RawPeer.Header(await raw.ReceiveAsync("SIP/2.0 200"), "To");
        raw.Send(raw.Request("ACK", "b", to: to));
        var call = await pair.Answered.Task.Within();
        using var release = new SemaphoreSlim(0);
        call!.ReofferHandler = offer =>
        {
            release.Wait(TestContext.Current.CancellationToken);
            return Descriptions.AnswerTo(offer, Descriptions.Callee);
        };
        raw.Send(raw.Request("INVITE", "c", body: RawPeer.Sdp, to: to, sequence: 2));
        raw.Send(raw.Request("INVITE", "d", body: RawPeer.Sdp, to: to, sequence: 3));
        var refusal = await raw.ReceiveAsync("SIP/2.0 500");
        Assert.Contains("z9hG4bKd", refusal, StringComparison.Ordinal);
        Assert.InRange(int.Parse(RawPeer.Header(refusal, "Retry-After")), 0, 10);
        release.Release();
        await raw.ReceiveAsync("SIP/2.0 200");
    }

    [Fact]
    public async Task Reinvite_WhenItHasNoOffer_OffersAndTakesTheAnswerInAck()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        using var raw = new RawPeer(pair.Callee.UdpEndPoint!);
        raw.Send(raw.Request("INVITE", "a", body: RawPeer.Sdp));
        var to = RawPeer.Header(await raw.ReceiveAsync("SIP/2.0 200"), "To");
        raw.Send(raw.Request("ACK", "b", to: to));
        var call = await pair.Answered.Task.Within();
        var heard = new TaskCompletionSource<SessionDescription>(TaskCreationOptions.RunContinuationsAsynchronously);
        call!.ReofferHandler = answer =>
        {
            heard.TrySetResult(answer);
            return null;
        };
        raw.Send(raw.Request("INVITE", "c", to: to, sequence: 2));
        var success = await raw.ReceiveAsync("SIP/2.0 200");
        Assert.Contains($"m=audio {Descriptions.Callee.Port} ", success, StringComparison.Ordinal);
        raw.Send(raw.Request("ACK", "d", body: SdpNegotiation.Offer(s_moved).ToString(), to: to, sequence: 2));
        Assert.Equal(s_moved.Port, Descriptions.PortOf(await heard.Task.Within()));
        Assert.Equal(s_moved.Port, Descriptions.PortOf(call.RemoteDescription));
    }
}
