using Appliance.Sip.Transactions;
using Appliance.Sip.Transports;
using Appliance.Sip.UserAgent;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Lost and repeated messages, by RFC 3261 §13.3.1.4, §17 and RFC 6026.</summary>
public sealed class LossTests
{
    private static readonly TimeSpan s_t1 = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(32);

    [Fact]
    public async Task Invite_WhenLost_IsSentAgainAfterT1()
    {
        await using var pair = await new LossyPair().StartAsync();
        LossyPair.LoseFirst(pair.CallerWire, "INVITE");
        var calling = pair.PlaceAsync();
        Assert.Equal(0, pair.Handled);
        pair.Time.Advance(s_t1);
        Assert.True((await calling.Within()).IsEstablished);
        Assert.Equal(2, pair.CallerWire.CountOf("INVITE"));
    }

    [Fact]
    public async Task Invite_WhenNeverAnswered_Gives408After64T1()
    {
        await using var pair = await new LossyPair().StartAsync();
        pair.CallerWire.Lose = _ => true;
        var calling = pair.PlaceAsync();
        pair.Time.Advance(s_lifetime);
        Assert.Equal(408, (await calling.Within()).Status);
        Assert.Equal(7, pair.CallerWire.CountOf("INVITE"));
        Assert.Equal(default, pair.Caller.Counters);
    }

    [Fact]
    public async Task Invite_WhenTransportFails_Gives503()
    {
        await using var pair = await new LossyPair().StartAsync();
        pair.CallerWire.Result = SipSendResult.Unreachable;
        Assert.Equal(503, (await pair.PlaceAsync().Within()).Status);
        Assert.Equal(default, pair.Caller.Counters);
    }

    [Fact]
    public async Task Success_WhenLost_IsSentAgainAndMakesOneCall()
    {
        await using var pair = await new LossyPair().StartAsync();
        LossyPair.LoseFirst(pair.CalleeWire, "SIP/2.0 200");
        var calling = pair.PlaceAsync();
        await Waiting.Until(() => pair.CalleeWire.CountOf("SIP/2.0 200") == 1);
        pair.Time.Advance(s_t1);
        Assert.True((await calling.Within()).IsEstablished);
        Assert.NotNull(await pair.Answered.Task.Within());
        Assert.Equal(1, pair.Handled);
    }

    [Fact]
    public async Task Ack_WhenLost_IsSentAgainForEachRepeatedSuccess()
    {
        await using var pair = await new LossyPair().StartAsync();
        LossyPair.LoseFirst(pair.CallerWire, "ACK", count: 2);
        Assert.True((await pair.PlaceAsync().Within()).IsEstablished);
        pair.Time.Advance(s_t1);
        Assert.False(pair.Answered.Task.IsCompleted);
        pair.Time.Advance(s_t1 * 2);
        Assert.NotNull(await pair.Answered.Task.Within());
        Assert.Equal(3, pair.CallerWire.CountOf("ACK"));
        pair.Time.Advance(s_lifetime);
        Assert.Equal(3, pair.CalleeWire.CountOf("SIP/2.0 200"));
    }

    [Fact]
    public async Task Ack_WhenItNeverComes_EndsTheCallWithByeAfter64T1()
    {
        await using var pair = await new LossyPair().StartAsync();
        LossyPair.LoseFirst(pair.CallerWire, "ACK", int.MaxValue);
        var outcome = await pair.PlaceAsync().Within();
        pair.Time.Advance(s_lifetime);
        Assert.Null(await pair.Answered.Task.Within());
        Assert.Equal(1, pair.CalleeWire.CountOf("BYE"));
        Assert.Equal(SipCallEnd.Remote, await outcome.Call!.Ended.Within());
        Assert.Equal(0, pair.Callee.Counters.Dialogs);

        // T1, doubled up to T2, RFC 3261 §13.3.1.4: at 0, 0.5, 1.5, 3.5, 7.5, 11.5 … 31.5 s.
        Assert.Equal(11, pair.CalleeWire.CountOf("SIP/2.0 200"));
    }

    [Fact]
    public async Task Bye_WhenLost_IsSentAgain()
    {
        await using var pair = await new LossyPair().StartAsync();
        var (caller, callee) = await pair.EstablishAsync();
        LossyPair.LoseFirst(pair.CallerWire, "BYE");
        var ending = caller.ByeAsync();
        Assert.Equal(SipCallEnd.Local, await caller.Ended.Within());
        Assert.False(callee.Ended.IsCompleted);
        pair.Time.Advance(s_t1);
        Assert.Equal(SipCallEnd.Remote, await callee.Ended.Within());
        await ending.Within();
    }

    [Fact]
    public async Task Bye_WhenBothSidesSendIt_EndsBoth()
    {
        await using var pair = await new LossyPair().StartAsync();
        var (caller, callee) = await pair.EstablishAsync();
        LossyPair.LoseFirst(pair.CallerWire, "BYE");
        LossyPair.LoseFirst(pair.CalleeWire, "BYE");
        var ending = Task.WhenAll(caller.ByeAsync(), callee.ByeAsync());
        pair.Time.Advance(s_t1);
        await ending.Within();
        Assert.Equal((SipCallEnd.Local, SipCallEnd.Local), (await caller.Ended, await callee.Ended));
        Assert.True(pair.CalleeWire.CountOf("SIP/2.0 481") > 0);
    }

    [Theory]
    [InlineData(SipTransportKind.Udp)]
    [InlineData(SipTransportKind.Tcp)]
    public async Task Counters_WhenCallsAreOver_ReturnToZero(SipTransportKind kind)
    {
        await using var pair = await new LossyPair(kind).StartAsync();
        var (caller, _) = await pair.EstablishAsync();
        await caller.ByeAsync().Within();
        pair.Callee.IncomingCallHandler = (call, _) => call.RejectAsync(486);
        Assert.Equal(486, (await pair.PlaceAsync().Within()).Status);
        pair.Time.Advance(s_lifetime + TimeSpan.FromSeconds(5));
        Assert.Equal(default, pair.Caller.Counters);
        Assert.Equal(default, pair.Callee.Counters);
    }

    [Fact]
    public async Task Invite_WhenTooManyTransactionsAreOpen_Gives503WithRetryAfter()
    {
        await using var pair = await new LossyPair(calleeTransactions: new TransactionLayerOptions { MaxServerTransactions = 1 }).StartAsync();
        var (caller, _) = await pair.EstablishAsync();
        Assert.Equal(503, (await pair.PlaceAsync().Within()).Status);
        var refusal = pair.CalleeWire.Sent.Last(m => m.StartLine.StartsWith("SIP/2.0 503", StringComparison.Ordinal));
        Assert.Equal("5", refusal.Headers.Get("Retry-After"));
        Assert.Equal(1, pair.Callee.Counters.RefusedForLoad);

        // BYE still gets through.
        await caller.ByeAsync().Within();
        Assert.Equal(0, pair.Callee.Counters.Dialogs);
    }

    [Fact]
    public async Task Invite_WhenApplicationNeverAnswers_Gives480AfterTheRingTimeout()
    {
        await using var pair = await new LossyPair().StartAsync();
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        pair.Callee.IncomingCallHandler = async (call, _) =>
        {
            await using var registration = call.Cancelled.Register(cancelled.SetResult);
            await call.RingAsync();
            await cancelled.Task.Within();
        };
        var calling = pair.PlaceAsync();
        await Waiting.Until(() => pair.CalleeWire.CountOf("SIP/2.0 180") == 1);

        // Both sides lose patience in the same instant; the callee's timer is the older one.
        pair.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Contains((await calling.Within()).Status, new[] { 480, 487 });
        await cancelled.Task.Within();
        Assert.Equal(0, pair.Callee.Counters.Dialogs);
        pair.Time.Advance(s_lifetime);
        Assert.Equal(default, pair.Caller.Counters);
        Assert.Equal(default, pair.Callee.Counters);
    }
}
