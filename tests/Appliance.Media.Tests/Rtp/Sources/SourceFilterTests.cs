using System.Net;
using System.Net.Sockets;
using Appliance.Media.Rtp.Sources;

namespace Appliance.Media.Tests.Rtp.Sources;

public sealed class SourceFilterTests
{
    private static readonly IPEndPoint Public = IPEndPoint.Parse("203.0.113.5:4000");
    private static readonly IPEndPoint Private = IPEndPoint.Parse("192.168.1.20:4000");

    [Fact]
    public void Judge_WhenAgreedSource_Accepts()
    {
        var filter = new SourceFilter(Public, AddressLatching.Never, 5);
        Assert.Equal(SourceVerdict.Accept, Judge(filter, "203.0.113.5:4000", 1, 0));
        Assert.False(filter.IsLatched);
    }

    [Fact]
    public void Judge_WhenOtherPortFivePacketsInSequence_Latches()
    {
        var filter = new SourceFilter(Public, AddressLatching.Never, 5);
        for (ushort n = 0; n < 4; n++)
        {
            Assert.Equal(SourceVerdict.Reject, Judge(filter, "203.0.113.5:6000", n, n * 20));
        }

        Assert.Equal(SourceVerdict.Latched, Judge(filter, "203.0.113.5:6000", 4, 80));
        Assert.Equal(SourceVerdict.Accept, Judge(filter, "203.0.113.5:6000", 5, 100));
        Assert.Equal(SourceVerdict.Reject, Judge(filter, "203.0.113.5:4000", 6, 120));
    }

    [Fact]
    public void Judge_WhenNotInSequence_NeverLatches()
    {
        var filter = new SourceFilter(Public, AddressLatching.Always, 5);
        for (ushort n = 0; n < 100; n++)
        {
            Assert.Equal(SourceVerdict.Reject, Judge(filter, "203.0.113.9:6000", (ushort)(n * 2), n * 20));
        }
    }

    [Fact]
    public void Judge_WhenAgreedSourceIsTalking_IsNotTakenOver()
    {
        var filter = new SourceFilter(Private, AddressLatching.Always, 2);
        for (ushort n = 0; n < 100; n++)
        {
            Assert.Equal(SourceVerdict.Accept, Judge(filter, "192.168.1.20:4000", n, n * 20));
            Assert.Equal(SourceVerdict.Reject, Judge(filter, "203.0.113.9:6000", (ushort)(1000 + n), (n * 20) + 1));
        }
    }

    [Fact]
    public void Judge_WhenLatchedOnce_DoesNotChangeAgain()
    {
        var filter = new SourceFilter(Private, AddressLatching.WhenUnroutable, 2);
        Judge(filter, "198.51.100.7:5000", 1, 0);
        Assert.Equal(SourceVerdict.Latched, Judge(filter, "198.51.100.7:5000", 2, 20));
        for (ushort n = 0; n < 50; n++)
        {
            Assert.Equal(SourceVerdict.Reject, Judge(filter, "203.0.113.9:6000", n, 5000 + (n * 20)));
        }
    }

    [Theory]
    [InlineData("203.0.113.5:4000", AddressLatching.WhenUnroutable, false)]
    [InlineData("192.168.1.20:4000", AddressLatching.WhenUnroutable, true)]
    [InlineData("192.168.1.20:4000", AddressLatching.Never, false)]
    [InlineData("203.0.113.5:4000", AddressLatching.Always, true)]
    public void Judge_WhenOtherAddress_LatchesAsTheOptionSays(string agreed, AddressLatching latching, bool latches)
    {
        var filter = new SourceFilter(IPEndPoint.Parse(agreed), latching, 2);
        Judge(filter, "198.51.100.7:5000", 1, 0);
        Assert.Equal(latches ? SourceVerdict.Latched : SourceVerdict.Reject, Judge(filter, "198.51.100.7:5000", 2, 20));
        Assert.Equal(latches, filter.AcceptsControlFrom(SourceKey.From(IPEndPoint.Parse("198.51.100.7:5001"))));
    }

    [Theory]
    [InlineData("192.0.2.1:5004")]
    [InlineData("[2001:db8::1]:65535")]
    public void From_WhenSocketAddress_IsThatOfTheEndPoint(string text)
    {
        var endPoint = IPEndPoint.Parse(text);
        var key = SourceKey.From(endPoint.Serialize());
        Assert.Equal(SourceKey.From(endPoint), key);
        Assert.Equal(endPoint, key.ToEndPoint(endPoint.AddressFamily));
    }

    [Fact]
    public void From_WhenIPv4MappedAddress_IsTheSameAsIPv4()
    {
        var mapped = new IPEndPoint(IPAddress.Parse("::ffff:192.0.2.1"), 5);
        Assert.Equal(SourceKey.From(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 5)), SourceKey.From(mapped.Serialize()));
        Assert.Equal(AddressFamily.InterNetwork, SourceKey.From(mapped).ToEndPoint(AddressFamily.InterNetwork).AddressFamily);
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2001:db8::1", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    public void IsRoutable_ForKnownAddresses_KnowsThePrivateOnes(string address, bool routable) =>
        Assert.Equal(routable, RoutableAddress.IsRoutable(IPAddress.Parse(address)));

    private static SourceVerdict Judge(SourceFilter filter, string source, ushort sequence, int ms) =>
        filter.Judge(SourceKey.From(IPEndPoint.Parse(source)), sequence, TimeSpan.FromMilliseconds(ms));
}
