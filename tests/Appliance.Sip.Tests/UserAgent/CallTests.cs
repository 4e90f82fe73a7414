using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transports;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Calls between two user agents over real sockets.</summary>
public sealed class CallTests
{
    public static TheoryData<SipTransportKind> Kinds { get; } = [SipTransportKind.Udp, SipTransportKind.Tcp];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_WhenCallerHangsUp_EndsOnBothSides(SipTransportKind kind)
    {
        await using var pair = await AgentPair.StartAsync(kind);
        var outcome = await pair.PlaceAsync();
        Assert.True(outcome.IsEstablished, $"{outcome.Status} {outcome.Reason}");
        Assert.Equal(200, outcome.Status);
        Assert.Equal(Descriptions.Callee.Port, Descriptions.PortOf(outcome.Call!.RemoteDescription));
        var answered = await pair.Answered.Task.Within();
        Assert.Equal(Descriptions.Caller.Port, Descriptions.PortOf(answered!.RemoteDescription));
        Assert.Equal(outcome.Call.CallId, answered.CallId);

        await outcome.Call.ByeAsync().Within();
        Assert.Equal(SipCallEnd.Local, await outcome.Call.Ended.Within());
        Assert.Equal(SipCallEnd.Remote, await answered.Ended.Within());
        Assert.Equal(0, pair.Caller.Counters.Dialogs);
        Assert.Equal(0, pair.Callee.Counters.Dialogs);
        Assert.Equal(0, pair.Callee.Counters.PendingInvites);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_WhenCalleeHangsUp_EndsOnBothSides(SipTransportKind kind)
    {
        await using var pair = await AgentPair.StartAsync(kind);
        var outcome = await pair.PlaceAsync();
        var answered = await pair.Answered.Task.Within();
        await answered!.ByeAsync().Within();
        Assert.Equal(SipCallEnd.Local, await answered.Ended.Within());
        Assert.Equal(SipCallEnd.Remote, await outcome.Call!.Ended.Within());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_WhenInviteHasNoOffer_AnswersInAck(SipTransportKind kind)
    {
        await using var pair = await AgentPair.StartAsync(kind);
        SessionDescription? offered = null;
        var outcome = await pair.PlaceAsync(new OutgoingInvite
        {
            AnswerOffer = offer =>
            {
                offered = offer;
                return Descriptions.AnswerTo(offer, Descriptions.Caller);
            },
        });
        var answered = await pair.Answered.Task.Within();
        Assert.Equal(Descriptions.Callee.Port, Descriptions.PortOf(offered));
        Assert.Equal(Descriptions.Callee.Port, Descriptions.PortOf(outcome.Call!.RemoteDescription));
        Assert.Equal(Descriptions.Caller.Port, Descriptions.PortOf(answered!.RemoteDescription));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_WhenCancelledWhileRinging_CancelsBothSides(SipTransportKind kind)
    {
        await using var pair = await AgentPair.StartAsync(kind);
        var cancelled = new TaskCompletionSource<SipCall?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var giveUp = new CancellationTokenSource();
        pair.Callee.IncomingCallHandler = async (call, _) =>
        {
            await call.RingAsync();
            var gone = new TaskCompletionSource();
            await using var registration = call.Cancelled.Register(gone.SetResult);
            await gone.Task.Within();
            cancelled.SetResult(await call.AcceptAsync(Descriptions.Offer()));
        };
        var ringing = new Signal();
        var calling = pair.CallAsync(new OutgoingInvite { Offer = Descriptions.Offer(), Progress = ringing }, giveUp.Token);
        Assert.Equal(180, (await ringing.First.Within()).Status);
        await giveUp.CancelAsync();
        var outcome = await calling;
        Assert.Null(outcome.Call);
        Assert.Equal(487, outcome.Status);
        Assert.Null(await cancelled.Task.Within());
        Assert.Equal(0, pair.Callee.Counters.PendingInvites);
        Assert.Equal(0, pair.Callee.Counters.Dialogs);
        Assert.Equal(0, pair.Caller.Counters.PendingInvites);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_WhenRejected_GivesTheStatus(SipTransportKind kind)
    {
        await using var pair = await AgentPair.StartAsync(kind);
        pair.Callee.IncomingCallHandler = (call, _) => call.RejectAsync(486, "In A Visit");
        var outcome = await pair.PlaceAsync();
        Assert.Equal((486, "In A Visit", false), (outcome.Status, outcome.Reason, outcome.IsEstablished));
        Assert.Equal(0, pair.Callee.Counters.Dialogs);
    }

    [Fact]
    public async Task Call_WhenOfferIsRefused_Gives488()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        var none = Descriptions.Callee with { Codecs = [AudioCodec.Pcma] };
        pair.Callee.IncomingCallHandler = (call, _) =>
            SdpNegotiation.Answer(call.Offer!, none, out var refusal) is null && refusal == SdpRefusal.NoCommonCodec
                ? call.RejectAsync(488)
                : Task.CompletedTask;
        var offer = SdpNegotiation.Offer(Descriptions.Caller with { Codecs = [AudioCodec.Pcmu] });
        var outcome = await pair.PlaceAsync(new OutgoingInvite { Offer = offer });
        Assert.Equal(488, outcome.Status);
    }

    [Fact]
    public async Task Call_WhenHandlerThrows_Gives500()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        pair.Callee.IncomingCallHandler = (_, _) => throw new InvalidOperationException("on purpose");
        Assert.Equal(500, (await pair.PlaceAsync()).Status);
    }

    [Fact]
    public async Task Call_WhenHandlerGivesNoAnswer_Gives480()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        pair.Callee.IncomingCallHandler = (_, _) => Task.CompletedTask;
        Assert.Equal(480, (await pair.PlaceAsync()).Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Call_WhenCalleeStopsAccepting_Gives503AndKeepsTheCallThatIs(SipTransportKind kind)
    {
        await using var pair = await AgentPair.StartAsync(kind);
        var first = await pair.PlaceAsync();
        pair.Callee.StopAcceptingCalls();
        Assert.Equal(503, (await pair.PlaceAsync()).Status);
        Assert.Equal(503, (await pair.Caller.OptionsAsync(pair.Target, TestContext.Current.CancellationToken).Within()).Status);
        Assert.False(first.Call!.Ended.IsCompleted);
        await first.Call.ByeAsync().Within();
        Assert.Equal(0, pair.Callee.Counters.Dialogs);
    }

    [Fact]
    public async Task Stop_WhenACallIs_EndsItWithBye()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        var outcome = await pair.PlaceAsync();
        await pair.Answered.Task.Within();
        await pair.Callee.StopAsync(TestContext.Current.CancellationToken).Within();
        Assert.Equal(SipCallEnd.Remote, await outcome.Call!.Ended.Within());
        Assert.Equal(default, pair.Callee.Counters);
    }

    [Fact]
    public async Task Call_WhenNobodyListens_Gives503OverTcp()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Tcp);
        var target = pair.Target;
        await pair.Callee.StopAsync(TestContext.Current.CancellationToken);
        var outcome = await pair.Caller.InviteAsync(target, new OutgoingInvite { Offer = Descriptions.Offer() }, TestContext.Current.CancellationToken).Within();
        Assert.Equal(503, outcome.Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Options_WhenAgentIsThere_TellsWhatWorks(SipTransportKind kind)
    {
        await using var pair = await AgentPair.StartAsync(kind);
        var outcome = await pair.Caller.OptionsAsync(pair.Target, TestContext.Current.CancellationToken).Within();
        Assert.Equal(200, outcome.Status);
        Assert.Equal(["INVITE", "ACK", "CANCEL", "BYE", "OPTIONS"], outcome.Allow);
    }

    [Fact]
    public async Task Start_WhenPortIsInUse_SaysSo()
    {
        await using var pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        await using var second = new SipUserAgent(
            new SipUserAgentOptions { Udp = pair.Callee.UdpEndPoint, Tcp = null },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        var fault = await Assert.ThrowsAsync<SipException>(() => second.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(SipErrorReason.PortInUse, fault.Reason);
    }

    private sealed class Signal : IProgress<SipResponse>
    {
        private readonly TaskCompletionSource<SipResponse> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<SipResponse> First => _first.Task;

        public void Report(SipResponse value) => _first.TrySetResult(value);
    }
}
