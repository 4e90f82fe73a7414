using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Tests.Messages;

namespace Appliance.Sip.Tests.Rfc.Rfc5118;

/// <summary>Addresses in the forms of <see href="https://www.rfc-editor.org/rfc/rfc5118#section-4">RFC 5118 §4</see>.</summary>
public sealed class Section_4_Ipv6Torture
{
    [Fact]
    public void Parse_4_1_WhenReferenceIsBracketed_ReadsIt()
    {
        Assert.Equal("2001:db8::10", SipUri.Parse("sip:[2001:db8::10]").Host);
    }

    [Fact]
    public void Parse_4_2_WhenBracketsAreMissing_Refuses()
    {
        Assert.False(SipUri.TryParse("sip:2001:db8::10", out _));
    }

    [Fact]
    public void Parse_4_3_And_4_4_WhenPortIsInsideOrOutside_TellsThemApart()
    {
        var outside = SipUri.Parse("sip:[2001:db8::10]:5070");
        var inside = SipUri.Parse("sip:[2001:db8::10:5070]");

        Assert.Equal(5070, outside.Port);
        Assert.Null(inside.Port);
        Assert.Equal("2001:db8::10:5070", inside.Host);
    }

    [Theory]
    [InlineData("SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255];branch=z9hG4bKas3-111")]
    [InlineData("SIP/2.0/UDP [2001:db8::9:1];received=2001:db8::9:255;branch=z9hG4bKas3-111")]
    public void Parse_4_5_WhenReceivedHasBracketsOrNot_RoutesThere(string value)
    {
        Assert.True(ViaHeader.TryParse(value, out var via));

        Assert.Equal("2001:db8::9:1", via.Host);
        Assert.Equal("2001:db8::9:255", Appliance.Sip.Transports.ResponseRouting.Resolve(via)!.Address.ToString());
    }

    [Fact]
    public void Parse_4_7_WhenSdpNamesIpv6_NegotiatesIt()
    {
        var offer = SessionDescription.Parse("v=0\no=assistant 971731711378798081 0 IN IP6 2001:db8::20\ns=Live video feed\nc=IN IP6 2001:db8::20\nt=3338481189 3370017201\nm=audio 6000 RTP/AVP 0\n");

        var answer = SdpNegotiation.Answer(offer, new LocalMedia { Address = System.Net.IPAddress.IPv6Loopback, Port = 4_000 }, out _);

        Assert.Equal("[2001:db8::20]:6000", answer!.Audio.Remote.ToString());
        Assert.Contains("c=IN IP6 ::1\r\n", answer.Description.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_4_9_WhenContactsAreIpv6InBothFamilies_ReadsBoth()
    {
        var request = SipText.Request("""
            REGISTER sip:[2001:db8::10] SIP/2.0
            Via: SIP/2.0/UDP [::ffff:192.0.2.10]:19823;branch=z9hG4bKbh19
            From: <sip:user@example.com>;tag=81x2
            To: <sip:user@example.com>
            Call-ID: SSG9559905523997077@hlau_4100
            Contact: <sip:user@[::ffff:192.0.2.10]>, <sip:user@192.0.2.9>
            CSeq: 98176 REGISTER


            """);

        Assert.Equal("::ffff:192.0.2.10 192.0.2.9", string.Join(' ', request.Contacts.Select(c => c.Uri.Host)));
        Assert.Equal(19823, request.TopVia.Port);
    }
}
