using Appliance.Sip.Dialogs;
using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;

namespace Appliance.Sip.Tests.Dialogs;

/// <summary>RFC 3261 §12.</summary>
public sealed class DialogTests
{
    [Fact]
    public void ForServer_WhenRouteIsRecorded_KeepsItsOrder()
    {
        var dialog = DialogCreation.ForServer(Invite("<sip:a@10.0.0.1;lr>", "<sip:b@10.0.0.2;lr>"), "ours", 0)!;
        Assert.Equal(["a", "b"], dialog.RouteSet.Select(r => r.Uri.User));
        Assert.Equal(new DialogId("call", "ours", "theirs"), dialog.Id);
        Assert.Equal(("ours", "theirs"), (dialog.Local.Tag, dialog.Remote.Tag));
        Assert.Equal("sip:peer@10.0.0.9:5070", dialog.RemoteTarget.ToString());
        Assert.Equal(7u, dialog.RemoteSequence);
    }

    [Fact]
    public void ForServer_WhenContactIsMissing_GivesNone()
    {
        var invite = Invite();
        invite.Contact = null;
        Assert.Null(DialogCreation.ForServer(invite, "ours", 0));
    }

    [Fact]
    public void ForClient_WhenRouteIsRecorded_TurnsItAround()
    {
        var response = SipResponse.For(Invite("<sip:a@10.0.0.1;lr>", "<sip:b@10.0.0.2;lr>"), 200, toTag: "far");
        response.Contact = NameAddress.Parse("<sip:far@10.0.0.8>");
        var dialog = DialogCreation.ForClient(Invite(), response);
        Assert.Equal(["b", "a"], dialog.RouteSet.Select(r => r.Uri.User));
        Assert.Equal("sip:far@10.0.0.8", dialog.RemoteTarget.ToString());
        Assert.Equal((7u, true), (dialog.LocalSequence, dialog.IsConfirmed));
    }

    [Fact]
    public void Next_WhenFirstRouterIsLoose_KeepsTheTargetInTheRequestUri()
    {
        var (dialog, next) = DialogRequests.Next(Server("<sip:a@10.0.0.1;lr>", "<sip:b@10.0.0.2>"), SipMethod.Bye);
        Assert.Equal("sip:peer@10.0.0.9:5070", next.Request.Uri.ToString());
        Assert.Equal(["a", "b"], next.Request.Routes.Select(r => r.Uri.User));
        Assert.Equal("10.0.0.1", next.NextHop.Host);
        Assert.Equal((1u, 1u), (dialog.LocalSequence, next.Request.CSeq.Number));
    }

    [Fact]
    public void Next_WhenFirstRouterIsStrict_PutsTheTargetLast()
    {
        var (_, next) = DialogRequests.Next(Server("<sip:a@10.0.0.1;method=INVITE>", "<sip:b@10.0.0.2;lr>"), SipMethod.Bye);
        Assert.Equal("sip:a@10.0.0.1", next.Request.Uri.ToString());
        Assert.Equal(["b", "peer"], next.Request.Routes.Select(r => r.Uri.User));
        Assert.Equal("10.0.0.1", next.NextHop.Host);
    }

    [Fact]
    public void Ack_WhenBuilt_HasTheNumberOfItsInvite()
    {
        var ack = DialogRequests.Ack(Server() with { LocalSequence = 9 }, inviteSequence: 4).Request;
        Assert.Equal(new CSeqHeader(4, SipMethod.Ack), ack.CSeq);
    }

    [Theory]
    [InlineData(6u, false)]
    [InlineData(7u, false)]
    [InlineData(8u, true)]
    [InlineData(100u, true)]
    public void Receive_WhenSequenceIs_TakesOnlyHigherOnes(uint number, bool isTaken)
    {
        var request = Invite();
        request.CSeq = new CSeqHeader(number, SipMethod.Invite);
        Assert.Equal(isTaken ? number : null, DialogSequence.Receive(Server(), request)?.RemoteSequence);
    }

    [Fact]
    public void Refresh_WhenContactChanged_MovesTheTarget()
    {
        var request = Invite();
        request.Contact = NameAddress.Parse("<sip:peer@10.0.0.77>");
        Assert.Equal("sip:peer@10.0.0.77", DialogSequence.Refresh(Server(), request).RemoteTarget.ToString());
        request.Contact = null;
        Assert.Equal(Server().RemoteTarget, DialogSequence.Refresh(Server(), request).RemoteTarget);
    }

    [Fact]
    public void SuccessRetransmission_WhenNeverAcknowledged_DoublesUpToT2For64T1()
    {
        var times = new List<double>();
        for (SuccessRetransmission? state = SuccessRetransmission.Start(SipTimers.Default); state is { } now; state = now.Next(SipTimers.Default))
        {
            times.Add(now.Elapsed.TotalSeconds);
        }

        Assert.Equal([0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5, 32], times);
    }

    private static Dialog Server(params string[] routes) => DialogCreation.ForServer(Invite(routes), "ours", 0)!;

    private static SipRequest Invite(params string[] recordRoutes)
    {
        var invite = new SipRequest(SipMethod.Invite, SipUri.Parse("sip:box@10.0.0.5"))
        {
            From = NameAddress.Parse("<sip:peer@10.0.0.9>;tag=theirs"),
            To = NameAddress.Parse("<sip:box@10.0.0.5>"),
            CallId = "call",
            CSeq = new CSeqHeader(7, SipMethod.Invite),
            Contact = NameAddress.Parse("<sip:peer@10.0.0.9:5070>"),
        };
        foreach (var route in recordRoutes)
        {
            invite.Headers.Add(SipHeaderNames.RecordRoute, route);
        }

        return invite;
    }
}
