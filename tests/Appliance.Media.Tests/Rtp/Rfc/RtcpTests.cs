using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Rtcp;

namespace Appliance.Media.Tests.Rtp.Rfc;

/// <summary>RFC 3550 §6.</summary>
public sealed class RtcpTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Compose_WhenRead_GivesBackReportNameAndGoodbye()
    {
        var buffer = new byte[256];
        var block = new ReportBlock(7, 25, -3, 70_000, 12, 0xAABBCCDD, 65536);
        var info = new SenderInfo(0x0123456789ABCDEF, 8000, 50, 8000);
        var writer = new RtcpWriter(buffer);
        writer.WriteReport(5, info, block);
        writer.WriteCanonicalName(5, "abc");
        writer.WriteGoodbye(5);

        Assert.True(RtcpReader.TryOpen(buffer.AsSpan(0, writer.Length), out var reader));
        Assert.True(reader.Read());
        Assert.Equal(RtcpPacketType.SenderReport, reader.Type);
        Assert.True(reader.TryReadSsrc(out var ssrc));
        Assert.Equal(5u, ssrc);
        Assert.True(reader.TryReadSenderInfo(out var readInfo));
        Assert.Equal(info, readInfo);
        Assert.True(reader.TryReadReport(0, out var readBlock));
        Assert.Equal(block, readBlock);
        Assert.False(reader.TryReadReport(1, out _));
        Assert.True(reader.Read());
        Assert.Equal(RtcpPacketType.SourceDescription, reader.Type);
        Assert.Equal([0, 0, 0, 5, 1, 3, (byte)'a', (byte)'b', (byte)'c', 0, 0, 0], reader.Body.ToArray());
        Assert.True(reader.Read());
        Assert.True(reader.IsGoodbyeOf(5));
        Assert.False(reader.IsGoodbyeOf(6));
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData("80C90001000000", "too short")]
    [InlineData("80CA000100000005", "does not begin with a report")]
    [InlineData("40C9000100000005", "version")]
    [InlineData("A0C9000100000004", "first packet padded")]
    [InlineData("80C9000200000005", "length beyond the end")]
    [InlineData("80C900010000000580C9", "rest too short")]
    [InlineData("80C9000100000005A0CB000100000009", "more padding than packet")]
    public void TryOpen_WhenDamaged_GivesNothing(string hex, string why) =>
        Assert.False(RtcpReader.TryOpen(Convert.FromHexString(hex), out _), why);

    [Fact]
    public void From_WhenEpochOfUnix_IsTheKnownNtpTime()
    {
        Assert.Equal(2_208_988_800UL << 32, NtpTime.From(DateTimeOffset.UnixEpoch));
        Assert.Equal((2_208_988_800UL << 32) | 0x80000000, NtpTime.From(DateTimeOffset.UnixEpoch.AddMilliseconds(500)));
    }

    [Theory]
    [InlineData(0.0, true, 2.5 * 0.5)]
    [InlineData(0.0, false, 5 * 0.5)]
    [InlineData(0.999999, false, 5 * 1.5)]
    public void Compute_WhenTwoMembers_IsTheRandomisedMinimum(double random, bool initial, double seconds)
    {
        var interval = RtcpInterval.Compute(2, 2, weSent: true, 130, 400, initial, random);
        Assert.Equal(seconds / (Math.E - 1.5), interval.TotalSeconds, 1e-4);
    }

    [Fact]
    public void Compute_WhenManyListen_SharesTheBandwidth()
    {
        var listener = RtcpInterval.Compute(1000, 1, weSent: false, 100, 400, initial: false, 0.5);
        var sender = RtcpInterval.Compute(1000, 1, weSent: true, 100, 400, initial: false, 0.5);
        Assert.Equal(999 * 100 / 300.0 / (Math.E - 1.5), listener.TotalSeconds, 1e-4);
        Assert.Equal(5 / (Math.E - 1.5), sender.TotalSeconds, 1e-4);
    }

    [Fact]
    public void Take_WhenReportsGoThereAndBack_MeasuresTheRoundTrip()
    {
        var here = new RtcpAgent(1, "here", Start);
        var there = new RtcpAgent(2, "there", Start);
        var buffer = new byte[RtcpAgent.MaxLength];
        var sent = new RtpOutboundStatistics(10, 1600, 0);
        var length = here.Compose(buffer, sent, 1600, null, goodbye: false, TimeSpan.FromSeconds(10));
        Assert.True(there.Take(buffer.AsSpan(0, length), 1, TimeSpan.FromSeconds(10.030)));

        var heard = new Media.Rtp.Reception.ReceptionReport(1, 64, 3, 20, 0);
        length = there.Compose(buffer, sent, 1600, heard, goodbye: true, TimeSpan.FromSeconds(12));
        Assert.True(here.Take(buffer.AsSpan(0, length), 2, TimeSpan.FromSeconds(12.050)));
        Assert.Equal(80, here.State.RoundTrip!.Value.TotalMilliseconds, 0.1);
        Assert.Equal(0.25, here.State.FractionLost);
        Assert.True(here.State.Goodbye);
        Assert.Null(there.State.RoundTrip);
    }

    [Fact]
    public void Take_WhenReportClaimsTheFuture_IsNotBelieved()
    {
        var agent = new RtcpAgent(1, "here", Start);
        var buffer = new byte[64];
        var writer = new RtcpWriter(buffer);
        writer.WriteReport(2, null, new ReportBlock(1, 0, 0, 0, 0, (uint)(NtpTime.From(Start) >> 16) + 5_000_000, 1));
        Assert.True(agent.Take(buffer.AsSpan(0, writer.Length), 2, TimeSpan.Zero));
        Assert.Null(agent.State.RoundTrip);
    }
}
