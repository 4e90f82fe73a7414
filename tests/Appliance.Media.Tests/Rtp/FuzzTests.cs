using System.Net;
using Appliance.Media.Codecs;
using Appliance.Media.Dtmf;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Reception;
using Appliance.Media.Rtp.Rtcp;
using Appliance.Media.Rtp.Sources;

namespace Appliance.Media.Tests.Rtp;

/// <summary>Mutated packets: whatever comes, nothing throws and every datagram is counted.</summary>
public sealed class FuzzTests
{
    private const int Packets = 100_000;
    private static readonly IPEndPoint Remote = IPEndPoint.Parse("192.0.2.1:4000");

    [Fact]
    public void Take_WhenRtpIsMutated_NeverThrowsAndCountsEveryDatagram()
    {
        var receiver = new RtpReceiver(new RtpSessionOptions());
        receiver.Configure(
            new RtpMediaFormat { Codec = RtpCodec.Pcmu, PayloadType = 0, TelephoneEventPayloadType = 101, Remote = Remote },
            TimeSpan.Zero);
        var source = SourceKey.From(Remote);
        var random = new Random(20261123);
        var frame = new short[AudioFormat.FrameSamples];
        for (var n = 0; n < Packets; n++)
        {
            var now = TimeSpan.FromMilliseconds(n * 20);
            var datagram = n % 20 == 0
                ? PacketMaker.Digit((ushort)n, (uint)n * 160, new TelephoneEvent((byte)random.Next(20), n % 40 == 0, 10, (ushort)n))
                : PacketMaker.Audio((ushort)n, (uint)n * 160);
            receiver.Take(Mutate(datagram, random), source, now);
            if (n % 5 == 0)
            {
                receiver.ReadFrame(frame, now + TimeSpan.FromMilliseconds(random.Next(20)));
            }

            receiver.TryReadDigit(out _);
        }

        var inbound = receiver.Snapshot().Inbound;
        Assert.Equal(
            Packets,
            inbound.Packets + inbound.Malformed + inbound.WrongPayloadType + inbound.WrongSource + inbound.Duplicates + inbound.Suspicious);
        Assert.True(inbound.Packets > Packets / 4, $"only {inbound.Packets} were good enough");
        Assert.True(inbound.Malformed > Packets / 20, $"only {inbound.Malformed} were bad enough");
    }

    [Fact]
    public void Take_WhenRtcpIsMutated_NeverThrows()
    {
        var agent = new RtcpAgent(1, "here", DateTimeOffset.UnixEpoch.AddYears(56));
        var other = new RtcpAgent(7, "there", DateTimeOffset.UnixEpoch.AddYears(56));
        var random = new Random(20261123);
        var buffer = new byte[RtcpAgent.MaxLength];
        var taken = 0;
        for (var n = 0; n < Packets; n++)
        {
            var now = TimeSpan.FromMilliseconds(n);
            var report = new ReceptionReport(1, (byte)n, n, (uint)n, (uint)n);
            var length = other.Compose(buffer, new RtpOutboundStatistics(n % 2, n, 0), (uint)n, report, n % 5 == 0, now);
            taken += agent.Take(Mutate(buffer[..length], random), 7, now) ? 1 : 0;
        }

        Assert.InRange(taken, Packets / 10, Packets - 1);
        Assert.True(agent.State.Goodbye);
    }

    private static byte[] Mutate(byte[] datagram, Random random)
    {
        var mutated = random.Next(4) == 0 ? datagram[..random.Next(datagram.Length)] : datagram;
        for (var i = random.Next(3); i > 0 && mutated.Length > 0; i--)
        {
            // Headers are where it hurts.
            var reach = random.Next(3) == 0 ? mutated.Length : Math.Min(16, mutated.Length);
            mutated[random.Next(reach)] = (byte)random.Next(256);
        }

        return mutated;
    }
}
