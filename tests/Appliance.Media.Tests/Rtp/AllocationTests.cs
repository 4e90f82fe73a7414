using System.Net;
using Appliance.Media.Codecs;
using Appliance.Media.Dtmf;
using Appliance.Media.Recording;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Reception;
using Appliance.Media.Rtp.Sources;
using Appliance.Media.Rtp.Transmission;
using Appliance.Media.Tests.Signals;

namespace Appliance.Media.Tests.Rtp;

/// <summary>House rule 6: nothing allocates per RTP packet once warm.</summary>
public sealed class AllocationTests
{
    private static readonly IPEndPoint Remote = IPEndPoint.Parse("192.0.2.1:4000");

    private static RtpMediaFormat Format { get; } = new()
    {
        Codec = RtpCodec.Pcmu,
        PayloadType = 0,
        TelephoneEventPayloadType = 101,
        Remote = Remote,
    };

    [Fact]
    public void ReadFrame_WhenPacketsComeLateLostAndTwice_AllocatesNothing()
    {
        var receiver = new RtpReceiver(new RtpSessionOptions());
        receiver.Configure(Format, TimeSpan.Zero);
        var datagrams = Enumerable.Range(0, 3000).Select(n => n % 50 is 20 or 21
            ? PacketMaker.Digit((ushort)n, (uint)(n / 50 * 50 * 160), new TelephoneEvent(5, n % 50 == 21, 10, 160))
            : PacketMaker.Audio((ushort)n, (uint)n * 160, code: (byte)n)).ToArray();
        var address = Remote.Serialize();
        var frame = new short[AudioFormat.FrameSamples];
        Assert.Equal(0, AllocatedBetween(1000, 3000, n =>
        {
            var now = TimeSpan.FromMilliseconds(n * 20);
            if (n % 13 != 0)
            {
                receiver.Take(datagrams[n], SourceKey.From(address), now);
            }

            if (n % 17 == 0)
            {
                receiver.Take(datagrams[n], SourceKey.From(address), now);
            }

            receiver.ReadFrame(frame, now + TimeSpan.FromMilliseconds(7));
            receiver.TryReadDigit(out _);
        }));
    }

    [Fact]
    public void SendFrame_WhenTalkingAndSendingKeys_AllocatesNothing()
    {
        var sink = new CountingSink();
        var transmitter = new RtpTransmitter(sink, 10);
        transmitter.Configure(Format);
        var frame = Tone.Make(440, 16000, AudioFormat.FrameSamples);
        Assert.Equal(0, AllocatedBetween(1000, 3000, n =>
        {
            if (n % 100 == 0)
            {
                transmitter.SendDigit('7', TimeSpan.FromMilliseconds(100));
            }

            transmitter.SendFrame(frame, n, TimeSpan.FromMilliseconds(n * 20));
        }));
        Assert.Equal(3000, sink.Packets);
    }

    [Fact]
    public async Task SendFrame_OnARealSocket_AllocatesNothing()
    {
        var options = new RtpSessionOptions { LocalAddress = IPAddress.Loopback, Rtcp = false };
        var logger = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        await using var session = RtpSession.Open(options, TimeProvider.System, logger);
        await using var sinkhole = RtpSession.Open(options, TimeProvider.System, logger);
        session.Start(Format with { Remote = sinkhole.LocalRtp });
        var frame = Tone.Make(440, 16000, AudioFormat.FrameSamples);
        Assert.Equal(0, AllocatedBetween(200, 600, n => session.SendFrame(frame, n)));
        Assert.Equal(600, session.Statistics.Outbound.Packets);
    }

    [Fact]
    public async Task Write_WhenRecording_AllocatesNothing()
    {
        await using var recorder = new StereoRecorder((_, _) => ValueTask.CompletedTask);
        var frame = Tone.Make(440, 16000, AudioFormat.FrameSamples);
        // Within one chunk, so that the pump's own thread is not woken here.
        Assert.Equal(0, AllocatedBetween(10, 45, _ => recorder.Write(frame, frame)));
    }

    private static long AllocatedBetween(int warm, int end, Action<int> step)
    {
        for (var n = 0; n < warm; n++)
        {
            step(n);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = warm; n < end; n++)
        {
            step(n);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class CountingSink : IPacketSink
    {
        public int Packets { get; private set; }

        public bool TrySend(ReadOnlySpan<byte> datagram)
        {
            Packets++;
            return true;
        }
    }
}
