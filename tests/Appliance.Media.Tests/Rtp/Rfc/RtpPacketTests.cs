using Appliance.Media.Rtp.Packets;

namespace Appliance.Media.Tests.Rtp.Rfc;

/// <summary>RFC 3550 §5.1, §5.3.1 and A.1.</summary>
public sealed class RtpPacketTests
{
    [Fact]
    public void TryParse_WhenFixedHeader_ReadsEveryField()
    {
        byte[] datagram = [0x80, 0xE5, 0x12, 0x34, 0xDE, 0xAD, 0xBE, 0xEF, 0x01, 0x02, 0x03, 0x04, 0xAA, 0xBB];
        Assert.Equal(RtpParseResult.Ok, RtpPacket.TryParse(datagram, out var packet));
        Assert.Equal(new RtpHeader(101, Marker: true, 0x1234, 0xDEADBEEF, 0x01020304), packet.Header);
        Assert.Equal([0xAA, 0xBB], packet.Payload.ToArray());
        Assert.Equal(0, packet.ContributingSources);
        Assert.Equal(0, packet.ExtensionProfile);
    }

    [Fact]
    public void TryParse_WhenSourcesExtensionAndPadding_CutsThemOff()
    {
        byte[] datagram =
        [
            0xB2, 0x00, 0, 1, 0, 0, 0, 160, 0, 0, 0, 7,
            0, 0, 0, 1, 0, 0, 0, 2,
            0xBE, 0xDE, 0, 1, 0x10, 0xFF, 0, 0,
            0x55, 0, 0, 3,
        ];
        Assert.Equal(RtpParseResult.Ok, RtpPacket.TryParse(datagram, out var packet));
        Assert.Equal(2, packet.ContributingSources);
        Assert.Equal(0xBEDE, packet.ExtensionProfile);
        Assert.Equal([0x10, 0xFF, 0, 0], packet.Extension.ToArray());
        Assert.Equal([0x55], packet.Payload.ToArray());
    }

    [Theory]
    [InlineData("80000001000000A00000", RtpParseResult.BadLength)]
    [InlineData("40000001000000A000000007AA", RtpParseResult.BadVersion)]
    [InlineData("80C80001000000A000000007AA", RtpParseResult.Rtcp)]
    [InlineData("8F000001000000A000000007AA", RtpParseResult.TruncatedSources)]
    [InlineData("90000001000000A000000007AA", RtpParseResult.TruncatedExtension)]
    [InlineData("90000001000000A000000007BEDEFFFF", RtpParseResult.TruncatedExtension)]
    [InlineData("A0000001000000A000000007AA00", RtpParseResult.BadPadding)]
    [InlineData("A0000001000000A000000007AA03", RtpParseResult.BadPadding)]
    public void TryParse_WhenDamaged_SaysHow(string hex, RtpParseResult expected) =>
        Assert.Equal(expected, RtpPacket.TryParse(Convert.FromHexString(hex), out _));

    [Fact]
    public void TryParse_WhenLongerThanAllowed_IsRefused()
    {
        var datagram = new byte[RtpPacket.MaxLength + 1];
        datagram[0] = 0x80;
        Assert.Equal(RtpParseResult.BadLength, RtpPacket.TryParse(datagram, out _));
    }

    [Fact]
    public void Write_WhenParsedAgain_IsTheSame()
    {
        var header = new RtpHeader(8, Marker: false, 65535, uint.MaxValue, 0x80000001);
        var datagram = new byte[RtpHeader.Length];
        header.Write(datagram);
        Assert.Equal(RtpParseResult.Ok, RtpPacket.TryParse(datagram, out var packet));
        Assert.Equal(header, packet.Header);
        Assert.True(packet.Payload.IsEmpty);
    }
}
