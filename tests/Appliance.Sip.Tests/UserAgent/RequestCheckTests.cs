using Appliance.Sip.Transports;
using Appliance.Sip.UserAgent;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>RFC 3261 §8.2 on the wire: what is refused, and with which status.</summary>
public sealed class RequestCheckTests : IAsyncLifetime
{
    private AgentPair _pair = null!;
    private RawPeer _raw = null!;

    public async ValueTask InitializeAsync()
    {
        _pair = await AgentPair.StartAsync(SipTransportKind.Udp);
        _raw = new RawPeer(_pair.Callee.UdpEndPoint!);
    }

    public async ValueTask DisposeAsync()
    {
        _raw.Dispose();
        await _pair.DisposeAsync();
    }

    [Fact]
    public async Task Invite_WhenMalformed_Gives400()
    {
        _raw.Send(_raw.Request("INVITE", "a").Replace("CSeq: 1 INVITE", "CSeq: one INVITE", StringComparison.Ordinal));
        Assert.StartsWith("SIP/2.0 400", await _raw.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal(0, _pair.Callee.Counters.ServerTransactions);
    }

    [Fact]
    public async Task Invite_WhenBodyIsNoSdp_Gives400()
    {
        _raw.Send(_raw.Request("INVITE", "a", body: "hello"));
        Assert.StartsWith("SIP/2.0 400", await _raw.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_WhenContactIsMissing_Gives400()
    {
        var invite = _raw.Request("INVITE", "a", body: RawPeer.Sdp);
        _raw.Send(string.Join("\r\n", invite.Split("\r\n").Where(l => !l.StartsWith("Contact", StringComparison.Ordinal))));
        Assert.StartsWith("SIP/2.0 400", await _raw.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUBSCRIBE", "405")]
    [InlineData("REGISTER", "405")]
    [InlineData("DANCE", "501")]
    public async Task Request_WhenMethodIsNotTaken_IsRefusedWithAllow(string method, string status)
    {
        _raw.Send(_raw.Request(method, "a"));
        var response = await _raw.ReceiveAsync();
        Assert.StartsWith("SIP/2.0 " + status, response, StringComparison.Ordinal);
        Assert.Equal("INVITE, ACK, CANCEL, BYE, OPTIONS", string.Join(", ", response.Split("\r\n")
            .Where(l => l.StartsWith("Allow:", StringComparison.Ordinal)).Select(l => l[6..].Trim())));
    }

    [Fact]
    public async Task Invite_WhenSchemeIsNotSip_Gives416()
    {
        _raw.Send(_raw.Request("INVITE", "a", uri: "tel:+4912345"));
        Assert.StartsWith("SIP/2.0 416", await _raw.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_WhenExtensionIsRequired_Gives420WithItsName()
    {
        _raw.Send(_raw.Request("INVITE", "a", more: "Require: 100rel\r\n", body: RawPeer.Sdp));
        var response = await _raw.ReceiveAsync();
        Assert.StartsWith("SIP/2.0 420", response, StringComparison.Ordinal);
        Assert.Equal("100rel", RawPeer.Header(response, "Unsupported"));
    }

    [Fact]
    public async Task Invite_WhenBodyIsOfAnotherType_Gives415WithAccept()
    {
        _raw.Send(_raw.Request("INVITE", "a", more: "Content-Type: text/plain\r\n", body: "hello"));
        var response = await _raw.ReceiveAsync();
        Assert.StartsWith("SIP/2.0 415", response, StringComparison.Ordinal);
        Assert.Equal("application/sdp", RawPeer.Header(response, "Accept"));
    }

    [Fact]
    public async Task Invite_WhenItComesOverTwoPaths_Gives482ToTheSecond()
    {
        _pair.Callee.IncomingCallHandler = async (call, token) =>
        {
            await call.RingAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        };
        _raw.Send(_raw.Request("INVITE", "one", body: RawPeer.Sdp));
        await _raw.ReceiveAsync("SIP/2.0 180");
        _raw.Send(_raw.Request("INVITE", "two", body: RawPeer.Sdp));
        Assert.Contains("z9hG4bKtwo", await _raw.ReceiveAsync("SIP/2.0 482"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BYE")]
    [InlineData("INVITE")]
    [InlineData("OPTIONS")]
    public async Task Request_WhenDialogIsUnknown_Gives481(string method)
    {
        _raw.Send(_raw.Request(method, "a", to: "<sip:box@127.0.0.1>;tag=nobody"));
        Assert.StartsWith("SIP/2.0 481", await _raw.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_WhenInviteIsUnknown_Gives481()
    {
        _raw.Send(_raw.Request("CANCEL", "a"));
        Assert.StartsWith("SIP/2.0 481", await _raw.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bye_WhenSequenceIsOld_Gives500AndTheCallGoesOn()
    {
        _raw.Send(_raw.Request("INVITE", "a", body: RawPeer.Sdp, sequence: 10));
        var to = RawPeer.Header(await _raw.ReceiveAsync("SIP/2.0 200"), "To");
        _raw.Send(_raw.Request("ACK", "b", to: to, sequence: 10));
        var call = await _pair.Answered.Task.Within();
        _raw.Send(_raw.Request("BYE", "c", to: to, sequence: 9));
        await _raw.ReceiveAsync("SIP/2.0 500");
        Assert.False(call!.Ended.IsCompleted);
        _raw.Send(_raw.Request("BYE", "d", to: to, sequence: 12));
        await _raw.ReceiveAsync("SIP/2.0 200");
        Assert.Equal(SipCallEnd.Remote, await call.Ended.Within());
    }

    [Fact]
    public async Task Bye_WhenDialogIsEarly_EndsTheInviteWith487()
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _pair.Callee.IncomingCallHandler = async (call, _) =>
        {
            await using var registration = call.Cancelled.Register(cancelled.SetResult);
            await call.RingAsync();
            await cancelled.Task.Within();
        };
        _raw.Send(_raw.Request("INVITE", "a", body: RawPeer.Sdp));
        var to = RawPeer.Header(await _raw.ReceiveAsync("SIP/2.0 180"), "To");
        _raw.Send(_raw.Request("BYE", "b", to: to, sequence: 2));
        await _raw.ReceiveAsync("SIP/2.0 487");
        await cancelled.Task.Within();
        Assert.Equal(0, _pair.Callee.Counters.Dialogs);
    }

    [Fact]
    public async Task Options_WhenWithinACall_Gives200AndTheCallGoesOn()
    {
        var (to, call) = await EstablishAsync();
        _raw.Send(_raw.Request("OPTIONS", "o", to: to, sequence: 2));
        Assert.Equal("2 OPTIONS", RawPeer.Header(await _raw.ReceiveAsync("SIP/2.0 200"), "CSeq"));
        Assert.False(call.Ended.IsCompleted);
    }

    [Fact]
    public async Task Cancel_WhenCallIsAnswered_Gives200WithoutEffect()
    {
        var (_, call) = await EstablishAsync();
        _raw.Send(_raw.Request("CANCEL", "a"));
        Assert.Equal("1 CANCEL", RawPeer.Header(await _raw.ReceiveAsync("SIP/2.0 200"), "CSeq"));
        Assert.False(call.Ended.IsCompleted);
    }

    [Fact]
    public async Task Ack_WhenItLacksTheAnswer_EndsTheCallWithBye()
    {
        _raw.Send(_raw.Request("INVITE", "a"));
        var to = RawPeer.Header(await _raw.ReceiveAsync("SIP/2.0 200"), "To");
        _raw.Send(_raw.Request("ACK", "b", to: to));
        await _raw.ReceiveAsync("BYE");
        Assert.Null(await _pair.Answered.Task.Within());
        Assert.Equal(0, _pair.Callee.Counters.Dialogs);
    }

    [Fact]
    public async Task Invite_WhenItExpires_Gives487()
    {
        _pair.Callee.IncomingCallHandler = async (call, token) =>
        {
            await call.RingAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        };
        _raw.Send(_raw.Request("INVITE", "a", more: "Expires: 1\r\n", body: RawPeer.Sdp));
        await _raw.ReceiveAsync("SIP/2.0 180");
        await _raw.ReceiveAsync("SIP/2.0 487");
        Assert.Equal(0, _pair.Callee.Counters.PendingInvites);
    }

    private async Task<(string To, SipCall Call)> EstablishAsync()
    {
        _raw.Send(_raw.Request("INVITE", "a", body: RawPeer.Sdp));
        var to = RawPeer.Header(await _raw.ReceiveAsync("SIP/2.0 200"), "To");
        _raw.Send(_raw.Request("ACK", "b", to: to));
        return (to, (await _pair.Answered.Task.Within())!);
    }
}
