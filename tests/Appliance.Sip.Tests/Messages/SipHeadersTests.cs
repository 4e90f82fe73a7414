using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Messages;

public sealed class SipHeadersTests
{
    private readonly SipHeaders _headers = new();

    [Fact]
    public void Prepend_WhenNameExists_StandsBeforeTheFirst()
    {
        _headers.Add("Max-Forwards", "70");
        _headers.Add("Via", "one");
        _headers.Prepend("v", "two");

        Assert.Equal("Max-Forwards: 70|Via: two|Via: one", string.Join('|', _headers));
    }

    [Fact]
    public void Set_WhenNameStandsTwice_LeavesOneInTheFirstPlace()
    {
        _headers.Add("Route", "one");
        _headers.Add("Subject", "s");
        _headers.Add("Route", "two");
        _headers.Set("route", "three");

        Assert.Equal("Route: three|Subject: s", string.Join('|', _headers));
    }

    [Fact]
    public void RemoveFirst_WhenSeveral_TakesTheTopmost()
    {
        _headers.Add("Via", "one");
        _headers.Add("Via", "two");

        Assert.True(_headers.RemoveFirst("Via"));
        Assert.Equal("two", _headers.Get("VIA"));
        Assert.False(_headers.RemoveFirst("Route"));
    }

    [Theory]
    [InlineData("Subject", "a\r\nEvil: b")]
    [InlineData("Subject", "a\nb")]
    [InlineData("Bad Name", "a")]
    [InlineData("", "a")]
    public void Add_WhenItWouldForgeHeaders_Throws(string name, string value) =>
        Assert.Throws<ArgumentException>(() => _headers.Add(name, value));

    [Fact]
    public void From_WhenMissing_ThrowsWithTheReason()
    {
        var request = new SipRequest(SipMethod.Options, SipUri.Parse("sip:box@example.com"));

        Assert.Equal(SipErrorReason.MissingHeader, Assert.Throws<SipException>(() => request.From).Reason);
    }
}
