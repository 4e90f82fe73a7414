using System.Net;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Messages;

public sealed class SipResponseTests
{
    private static readonly SipRequest s_invite = SipText.Request("""
        INVITE sip:box@example.com SIP/2.0
        Via: SIP/2.0/UDP proxy.example.com;branch=z9hG4bK2
        Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
        Record-Route: <sip:proxy.example.com;lr>
        From: <sip:a@example.com>;tag=1
        To: <sip:box@example.com>
        Call-ID: c
        CSeq: 1 INVITE
        Timestamp: 54


        """);

    [Fact]
    public void For_WhenRinging_CopiesViasAndRecordRouteAndTagsTo()
    {
        var response = SipResponse.For(s_invite, 180, toTag: "x");

        Assert.Equal("z9hG4bK2 z9hG4bK1", string.Join(' ', response.Vias.Select(v => v.Branch)));
        Assert.True(Assert.Single(response.RecordRoutes).Uri.IsLooseRouter);
        Assert.Equal("x", response.To.Tag);
        Assert.Equal("SIP/2.0 180 Ringing", response.StartLine);
        Assert.Null(s_invite.To.Tag);
    }

    [Fact]
    public void For_WhenTrying_CopiesTimestampAndLeavesToAlone()
    {
        var response = SipResponse.For(s_invite, 100);

        Assert.Equal("54", response.Headers.Get("Timestamp"));
        Assert.Null(response.To.Tag);
        Assert.Empty(response.RecordRoutes);
    }

    [Theory]
    [InlineData("SIP/2.0/UDP 192.0.2.1;branch=b", "SIP/2.0/UDP 192.0.2.1;branch=b")]
    [InlineData("SIP/2.0/UDP 192.0.2.9;branch=b", "SIP/2.0/UDP 192.0.2.9;branch=b;received=192.0.2.1")]
    [InlineData("SIP/2.0/UDP pc.example.com;branch=b", "SIP/2.0/UDP pc.example.com;branch=b;received=192.0.2.1")]
    [InlineData("SIP/2.0/UDP 192.0.2.1;rport;branch=b", "SIP/2.0/UDP 192.0.2.1;rport=4711;branch=b;received=192.0.2.1")]
    [InlineData("SIP/2.0/UDP 192.0.2.1;received=203.0.113.9;branch=b", "SIP/2.0/UDP 192.0.2.1;branch=b")]
    public void WithSource_WhenRequestArrives_NotesWhatTheSenderCannotForge(string sent, string noted)
    {
        Assert.True(ViaHeader.TryParse(sent, out var via));

        Assert.Equal(noted, via.WithSource(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 4711)).ToString());
    }
}
