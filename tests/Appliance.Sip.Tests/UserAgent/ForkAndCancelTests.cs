using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Tests.Transactions;
using Appliance.Sip.Transports;
using Appliance.Sip.UserAgent;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>What a caller does with answers that cross or that come from several phones; the peer is written out by hand.</summary>
public sealed class ForkAndCancelTests : IAsyncLifetime
{
    private readonly LossyPair _pair = new();

    public async ValueTask InitializeAsync()
    {
        await _pair.Caller.StartAsync(TestContext.Current.CancellationToken);
        _pair.CalleeWire.Start(_ => ValueTask.CompletedTask);
    }

    public ValueTask DisposeAsync() => _pair.DisposeAsync();

    [Fact]
    public async Task Success_WhenForked_KeepsTheFirstAndEndsTheOther()
    {
        var calling = _pair.PlaceAsync();
        await RespondAsync(200, "one");
        await RespondAsync(200, "two");
        var outcome = await calling.Within();
        Assert.True(outcome.IsEstablished);
        Assert.Equal(2, _pair.CallerWire.CountOf("ACK"));
        Assert.Equal("two", Assert.Single(Sent("BYE")).To.Tag);
        Assert.False(outcome.Call!.Ended.IsCompleted);
        await RespondAsync(200, "two");
        Assert.Equal(3, _pair.CallerWire.CountOf("ACK"));
        Assert.Single(Sent("BYE"));
    }

    [Fact]
    public async Task Success_WhenCancelCrossesIt_IsAcknowledgedAndEnded()
    {
        using var giveUp = new CancellationTokenSource();
        var calling = _pair.CallAsync(giveUp.Token);
        await RespondAsync(180, "one");
        await giveUp.CancelAsync();
        var cancel = Assert.Single(Sent("CANCEL"));
        Assert.Equal(Sent("INVITE").First().TopVia.Branch, cancel.TopVia.Branch);
        await RespondAsync(200, "one");
        Assert.Equal(487, (await calling.Within()).Status);
        Assert.Single(Sent("ACK"));
        Assert.Single(Sent("BYE"));
        Assert.Equal(0, _pair.Caller.Counters.Dialogs);
    }

    [Fact]
    public async Task Cancel_WhenNothingWasHeardYet_WaitsForAProvisionalResponse()
    {
        using var giveUp = new CancellationTokenSource();
        var calling = _pair.CallAsync(giveUp.Token);
        await giveUp.CancelAsync();
        Assert.Empty(Sent("CANCEL"));
        await RespondAsync(180, "one");
        Assert.Single(Sent("CANCEL"));
        await RespondAsync(487, "one");
        Assert.Equal(487, (await calling.Within()).Status);
    }

    [Fact]
    public async Task Cancel_WhenPeerNeverEndsTheInvite_GivesUpAfter64T1()
    {
        using var giveUp = new CancellationTokenSource();
        var calling = _pair.CallAsync(giveUp.Token);
        await RespondAsync(180, "one");
        await giveUp.CancelAsync();
        _pair.Time.Advance(TimeSpan.FromSeconds(32));
        Assert.Equal(487, (await calling.Within()).Status);
        Assert.Equal(default, _pair.Caller.Counters);
    }

    [Fact]
    public async Task Success_WhenItHasNoSessionDescription_IsAcknowledgedAndEnded()
    {
        var calling = _pair.PlaceAsync();
        await RespondAsync(200, "one", withBody: false);
        Assert.Equal(488, (await calling.Within()).Status);
        Assert.Single(Sent("ACK"));
        Assert.Single(Sent("BYE"));
    }

    [Fact]
    public async Task Requests_WhenProxiesRecordTheirRoute_GoThroughThem()
    {
        var calling = _pair.PlaceAsync();
        await RespondAsync(200, "one", routes: ["<sip:near@127.0.0.1:5062;lr>", "<sip:far@10.0.0.2;lr>"]);
        var call = (await calling.Within()).Call!;
        _ = call.ByeAsync();
        var bye = Assert.Single(Sent("BYE"));
        Assert.Equal("sip:phone@127.0.0.1:5062", bye.Uri.ToString());
        Assert.Equal(["far", "near"], bye.Routes.Select(r => r.Uri.User));
        Assert.Equal(2u, bye.CSeq.Number);
    }

    [Fact]
    public async Task Invite_WhenPeerRingsForEver_IsCancelledAfterTheRingTimeout()
    {
        var calling = _pair.PlaceAsync();
        await RespondAsync(180, "one");
        _pair.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Single(Sent("CANCEL"));
        await RespondAsync(487, "one");
        Assert.Equal(487, (await calling.Within()).Status);
        Assert.Equal("127.0.0.1", Sent("INVITE").Last().From.Uri.Host);
    }

    private IEnumerable<SipRequest> Sent(string method) =>
        _pair.CallerWire.Sent.OfType<SipRequest>().Where(r => r.Method.Name == method);

    private ValueTask RespondAsync(int status, string tag, bool withBody = true, string[]? routes = null)
    {
        var invite = Sent("INVITE").Last();
        var response = SipResponse.For(invite, status, toTag: tag);
        response.Contact = NameAddress.Parse("<sip:phone@127.0.0.1:5062>");
        foreach (var route in routes ?? [])
        {
            response.Headers.Add(SipHeaderNames.RecordRoute, route);
        }

        if (status == 200 && withBody)
        {
            response.SetBody(SessionDescription.ContentType, Descriptions.AnswerTo(Descriptions.Offer(), Descriptions.Callee).ToBytes());
        }

        return _pair.CallerWire.ReceiveAsync(response, _pair.CalleeWire.LocalEndPoint);
    }
}
