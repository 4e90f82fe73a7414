using System.Net;
using Appliance.Media.Codecs;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Packets;
using Appliance.Media.Rtp.Reception;
using Appliance.Media.Rtp.Sources;

namespace Appliance.Media.Tests.Rtp.Reception;

public sealed class RtpTapTests
{
    private static readonly IPEndPoint Remote = IPEndPoint.Parse("192.0.2.1:4000");
    private static readonly SourceKey Here = SourceKey.From(Remote);
    private static readonly SourceKey Elsewhere = SourceKey.From(IPEndPoint.Parse("192.0.2.2:4000"));

    [Fact]
    public void Take_WhenPacketsComeTwiceMalformedOrFromElsewhere_ShowsTheTapEachTakenOneOnce()
    {
        var tap = new RememberingTap();
        var receiver = Receiver(tap);
        receiver.Take(PacketMaker.Audio(1, 160, code: 0x11), Here, TimeSpan.FromMilliseconds(3));
        receiver.Take(PacketMaker.Audio(1, 160, code: 0x11), Here, TimeSpan.FromMilliseconds(4));
        receiver.Take(PacketMaker.Audio(2, 320, code: 0x22), Elsewhere, TimeSpan.FromMilliseconds(20));
        receiver.Take(PacketMaker.Audio(2, 320, type: 96), Here, TimeSpan.FromMilliseconds(21));
        receiver.Take(new byte[5], Here, TimeSpan.FromMilliseconds(22));
        receiver.Take(PacketMaker.Audio(2, 320, code: 0x22), Here, TimeSpan.FromMilliseconds(23));
        Assert.Equal([(1, 0x11, 3), (2, 0x22, 23)], tap.Seen);
    }

    [Fact]
    public void Take_WithATap_AllocatesNothing()
    {
        var tap = new CountingTap();
        var receiver = Receiver(tap);
        var datagrams = Enumerable.Range(0, 600).Select(n => PacketMaker.Audio((ushort)n, (uint)n * 160)).ToArray();
        long before = 0;
        for (var n = 0; n < datagrams.Length; n++)
        {
            before = n == 300 ? GC.GetAllocatedBytesForCurrentThread() : before;
            receiver.Take(datagrams[n], Here, TimeSpan.FromMilliseconds(20 * n));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(600, tap.Packets);
    }

    private static RtpReceiver Receiver(IRtpTap tap)
    {
        var receiver = new RtpReceiver(new RtpSessionOptions { Tap = tap, AddressLatching = AddressLatching.Never });
        receiver.Configure(new RtpMediaFormat { Codec = RtpCodec.Pcmu, PayloadType = 0, Remote = Remote }, TimeSpan.Zero);
        return receiver;
    }

    private sealed class RememberingTap : IRtpTap
    {
        public List<(int Sequence, int Code, int Milliseconds)> Seen { get; } = [];

        public void OnPacket(in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan arrival) =>
            Seen.Add((header.SequenceNumber, payload[0], (int)arrival.TotalMilliseconds));
    }

    private sealed class CountingTap : IRtpTap
    {
        public int Packets { get; private set; }

        public void OnPacket(in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan arrival) => Packets++;
    }
}
