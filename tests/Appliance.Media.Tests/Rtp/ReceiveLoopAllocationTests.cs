using System.Net;
using System.Net.Sockets;
using Appliance.Media.Codecs;
using Appliance.Media.Rtp;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Media.Tests.Rtp;

/// <summary>Alone in the process while it runs, because it counts the bytes of all threads.</summary>
[CollectionDefinition(nameof(ReceiveLoopAllocationTests), DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>The receive loop of a real socket, which hops between pool threads.</summary>
[Collection(nameof(ReceiveLoopAllocationTests))]
public sealed class ReceiveLoopAllocationTests
{
    [Fact]
    public async Task Receive_OnARealSocket_AllocatesNothingPerPacket()
    {
        const int packets = 2000;
        var options = new RtpSessionOptions { LocalAddress = IPAddress.Loopback, Rtcp = false };
        await using var session = RtpSession.Open(options, TimeProvider.System, NullLogger.Instance);
        using var remote = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        remote.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        session.Start(new RtpMediaFormat { Codec = RtpCodec.Pcmu, PayloadType = 0, Remote = (IPEndPoint)remote.LocalEndPoint! });
        var datagrams = Enumerable.Range(0, packets).Select(n => PacketMaker.Audio((ushort)n, (uint)n * 160)).ToArray();
        var target = session.LocalRtp.Serialize();
        Send(remote, target, datagrams.AsSpan(0, 500));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Send(remote, target, datagrams.AsSpan(500));
        var perPacket = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(packets - 500);

        TestContext.Current.SendDiagnosticMessage("receive loop: {0:F2} bytes per packet", perPacket);
        Assert.True(session.Statistics.Inbound.Packets > packets / 2);
        // One object per packet would be 24 bytes at least; the test runner itself allocates a little meanwhile.
        Assert.InRange(perPacket, 0, 20);
    }

    /// <summary>Leaves the loop time to empty the socket, without a wait that would allocate.</summary>
    private static void Send(Socket remote, SocketAddress target, ReadOnlySpan<byte[]> datagrams)
    {
        using var pause = new ManualResetEvent(initialState: false);
        foreach (var datagram in datagrams)
        {
            remote.SendTo(datagram, SocketFlags.None, target);
            pause.WaitOne(1);
        }
    }
}
