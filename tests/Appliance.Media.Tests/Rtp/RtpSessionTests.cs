using System.Net;
using System.Net.Sockets;
using Appliance.Media.Codecs;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Rtcp;
using Appliance.Media.Rtp.Sources;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Media.Tests.Rtp;

/// <summary>Ports, sources and reports on real sockets.</summary>
public sealed class RtpSessionTests
{
    private static readonly RtpSessionOptions Loopback = new() { LocalAddress = IPAddress.Loopback };

    [Fact]
    public async Task Open_WhenSystemPicks_TakesAnEvenPortAndTheNext()
    {
        await using var session = Open(Loopback);
        Assert.Equal(0, session.LocalRtp.Port % 2);
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var error = Assert.Throws<SocketException>(() => other.Bind(new IPEndPoint(IPAddress.Loopback, session.LocalRtp.Port + 1)));
        Assert.Equal(SocketError.AddressAlreadyInUse, error.SocketErrorCode);
    }

    [Fact]
    public async Task TryOpen_WhenAllPortsAreUsed_SaysSoAndWorksAgainAfterwards()
    {
        int port;
        await using (var probe = Open(Loopback))
        {
            port = probe.LocalRtp.Port;
        }

        var options = Loopback with { Ports = new RtpPortRange(port, port + 1) };
        Assert.Equal(1, options.Ports.PairCount);
        await using (var first = Open(options))
        {
            Assert.Equal(port, first.LocalRtp.Port);
            Assert.Equal(RtpOpenResult.PortsExhausted, RtpSession.TryOpen(options, TimeProvider.System, NullLogger.Instance, out var second));
            Assert.Null(second);
            var error = Assert.Throws<MediaException>(() => Open(options));
            Assert.Equal(MediaErrorReason.PortsExhausted, error.Reason);
        }

        await using var again = Open(options);
        Assert.Equal(port, again.LocalRtp.Port);
    }

    [Fact]
    public void TryOpen_WhenAddressIsNotOurs_SaysSo()
    {
        var options = Loopback with { LocalAddress = IPAddress.Parse("192.0.2.77") };
        Assert.Equal(RtpOpenResult.AddressUnavailable, RtpSession.TryOpen(options, TimeProvider.System, NullLogger.Instance, out _));
    }

    [Theory]
    [InlineData(1023, 2000)]
    [InlineData(5001, 5002)]
    [InlineData(5000, 70000)]
    public void RtpPortRange_WhenNoPairFits_Throws(int first, int last) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RtpPortRange(first, last));

    [Fact]
    public async Task Start_WhenMediaComesFromAnotherPort_LatchesAndRepliesThere()
    {
        await using var session = Open(Loopback);
        using var remote = Bind();
        session.Start(Format(new IPEndPoint(IPAddress.Loopback, 9)));
        for (ushort n = 0; n < 5; n++)
        {
            remote.SendTo(PacketMaker.Audio(n, (uint)n * 160), session.LocalRtp);
        }

        await UntilAsync(() => session.Statistics.Inbound.Packets == 1);
        Assert.Equal(4, session.Statistics.Inbound.WrongSource);

        // The packet is counted a moment before its source becomes the destination.
        var tick = 0L;
        await UntilAsync(() =>
        {
            session.SendFrame(new short[AudioFormat.FrameSamples], ++tick);
            return remote.Available > 0;
        });
        Assert.Equal(172, await remote.ReceiveAsync(new byte[500], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Update_WhenRemoteMoves_TakesAndSendsThere()
    {
        await using var session = Open(Loopback with { AddressLatching = AddressLatching.Never });
        using var first = Bind();
        using var second = Bind();
        session.Start(Format((IPEndPoint)first.LocalEndPoint!));
        first.SendTo(PacketMaker.Audio(1, 0), session.LocalRtp);
        await UntilAsync(() => session.Statistics.Inbound.Packets == 1);
        session.Update(Format((IPEndPoint)second.LocalEndPoint!));
        first.SendTo(PacketMaker.Audio(2, 160), session.LocalRtp);
        second.SendTo(PacketMaker.Audio(3, 320), session.LocalRtp);
        await UntilAsync(() => session.Statistics.Inbound.Packets == 2);
        Assert.Equal(1, session.Statistics.Inbound.WrongSource);
        session.SendFrame(new short[AudioFormat.FrameSamples]);
        Assert.Equal(172, await second.ReceiveAsync(new byte[500], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rtcp_WhenTimePasses_IsSentAndEndsWithGoodbye()
    {
        var time = new ManualTimeProvider();
        var session = RtpSession.Open(Loopback, time, NullLogger.Instance);
        using var rtcp = Bind();
        session.Start(Format(new IPEndPoint(IPAddress.Loopback, 9)) with { RemoteRtcp = (IPEndPoint)rtcp.LocalEndPoint! });
        session.SendFrame(new short[AudioFormat.FrameSamples], 1);
        time.Advance(TimeSpan.FromSeconds(4));
        var (types, sender) = await ReceiveRtcpAsync(rtcp);
        Assert.Equal([RtcpPacketType.SenderReport, RtcpPacketType.SourceDescription], types);
        Assert.Equal((1u, 160u), (sender!.Value.PacketCount, sender.Value.OctetCount));
        await session.DisposeAsync();
        List<RtcpPacketType> last;
        do
        {
            (last, _) = await ReceiveRtcpAsync(rtcp);
        }
        while (!last.Contains(RtcpPacketType.Goodbye));
        Assert.Equal([RtcpPacketType.SenderReport, RtcpPacketType.SourceDescription, RtcpPacketType.Goodbye], last);
    }

    [Fact]
    public async Task Statistics_AfterReportsBothWays_KnowRoundTripAndGoodbye()
    {
        var time = new ManualTimeProvider();
        var here = RtpSession.Open(Loopback, time, NullLogger.Instance);
        var there = RtpSession.Open(Loopback, time, NullLogger.Instance);
        here.Start(Format(there.LocalRtp));
        there.Start(Format(here.LocalRtp));
        var frame = new short[AudioFormat.FrameSamples];
        for (var i = 0; i < 200 && here.Statistics.RoundTrip is null; i++)
        {
            here.SendFrame(frame, i);
            there.SendFrame(frame, i);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromMilliseconds(500));
        }

        var statistics = here.Statistics;
        // Time stands still while packets travel, but for the steps of the test.
        Assert.InRange(statistics.RoundTrip!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.InRange(statistics.RemoteFractionLost!.Value, 0, 1);
        Assert.False(statistics.RemoteSaidGoodbye);
        await there.DisposeAsync();
        await UntilAsync(() => here.Statistics.RemoteSaidGoodbye);
        await here.DisposeAsync();
    }

    [Fact]
    public async Task SendFrame_AfterDispose_IsCountedAsError()
    {
        var session = Open(Loopback);
        session.Start(Format(new IPEndPoint(IPAddress.Loopback, 9)));
        await session.DisposeAsync();
        session.SendFrame(new short[AudioFormat.FrameSamples], 1);
        Assert.Equal(1, session.Statistics.Outbound.Errors);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Start_WhenCalledTwice_Throws()
    {
        await using var session = Open(Loopback);
        session.Start(Format(new IPEndPoint(IPAddress.Loopback, 9)));
        Assert.Throws<InvalidOperationException>(() => session.Start(Format(new IPEndPoint(IPAddress.Loopback, 9))));
        Assert.Throws<ArgumentOutOfRangeException>(() => session.SendFrame(new short[160]));
    }

    private static RtpSession Open(RtpSessionOptions options) => RtpSession.Open(options, TimeProvider.System, NullLogger.Instance);

    private static RtpMediaFormat Format(IPEndPoint remote) =>
        new() { Codec = RtpCodec.Pcmu, PayloadType = 0, TelephoneEventPayloadType = 101, Remote = remote };

    private static Socket Bind()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static async Task<(List<RtcpPacketType> Types, SenderInfo? Sender)> ReceiveRtcpAsync(Socket socket)
    {
        var buffer = new byte[1500];
        var length = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Assert.True(RtcpReader.TryOpen(buffer.AsSpan(0, length), out var reader));
        List<RtcpPacketType> types = [];
        SenderInfo? sender = null;
        while (reader.Read())
        {
            types.Add(reader.Type);
            sender = reader.TryReadSenderInfo(out var info) ? info : sender;
        }

        return (types, sender);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 1000 && !condition(); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.True(condition(), "It did not come about within ten seconds.");
    }
}
