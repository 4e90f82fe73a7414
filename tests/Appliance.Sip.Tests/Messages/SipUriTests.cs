using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Messages;

public sealed class SipUriTests
{
    [Theory]
    [InlineData("sip:alice@atlanta.com")]
    [InlineData("sip:alice:secretword@atlanta.com;transport=tcp")]
    [InlineData("sips:alice@atlanta.com?subject=project%20x&priority=urgent")]
    [InlineData("sip:+1-212-555-1212:1234@gateway.com;user=phone")]
    [InlineData("sips:1212@gateway.com")]
    [InlineData("sip:alice@192.0.2.4")]
    [InlineData("sip:atlanta.com;method=REGISTER?to=alice%40atlanta.com")]
    [InlineData("sip:alice;day=tuesday@atlanta.com")]
    [InlineData("sip:[2001:db8::10]:5070;lr;maddr=239.255.255.1")]
    [InlineData("sip:@gateway.local")]
    [InlineData("tel:+1-201-555-0123;ext=5")]
    public void Parse_WhenValid_WritesTheSame(string text) => Assert.Equal(text, SipUri.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("sip:")]
    [InlineData("alice@atlanta.com")]
    [InlineData("sip:alice@")]
    [InlineData("sip:a@b@c")]
    [InlineData("sip:alice@host:0x10")]
    [InlineData("sip:alice@host:65536")]
    [InlineData("sip:alice@[2001:db8::10")]
    [InlineData("sip:alice@[192.0.2.1]")]
    [InlineData("sip:al ice@host")]
    [InlineData("sip:al%4gice@host")]
    [InlineData("sip:alice@host;=x")]
    [InlineData("sip:alice@host>\r\nEvil: 1")]
    [InlineData("5ip:alice@host")]
    public void Parse_WhenInvalid_Refuses(string text) => Assert.False(SipUri.TryParse(text, out _));

    [Fact]
    public void Parse_WhenHostIsIpv6_TakesTheBracketsOff()
    {
        var uri = SipUri.Parse("sip:box@[2001:db8::9:1]:5070;transport=udp");

        Assert.Equal("2001:db8::9:1", uri.Host);
        Assert.Equal(5070, uri.Port);
        Assert.Equal("udp", uri.Transport);
        Assert.NotNull(uri.HostAddress);
    }
}
