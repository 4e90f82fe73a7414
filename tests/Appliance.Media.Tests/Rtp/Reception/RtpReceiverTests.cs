using System.Net;
using Appliance.Media.Codecs;
using Appliance.Media.Dtmf;
using Appliance.Media.Jitter;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Reception;
using Appliance.Media.Rtp.Sources;

namespace Appliance.Media.Tests.Rtp.Reception;

/// <summary>The whole path of a received packet, in time that the test makes.</summary>
public sealed class RtpReceiverTests
{
    private static readonly IPEndPoint Remote = IPEndPoint.Parse("192.0.2.1:4000");
    private static readonly SourceKey Source = SourceKey.From(Remote);
    private readonly RtpReceiver _receiver = new(new RtpSessionOptions());
    private readonly short[] _frame = new short[AudioFormat.FrameSamples];
    private readonly List<FrameOrigin> _origins = [];
    private int _tick;

    public RtpReceiverTests() => _receiver.Configure(Format, TimeSpan.Zero);

    private static RtpMediaFormat Format { get; } = new()
    {
        Codec = RtpCodec.Pcmu,
        PayloadType = 0,
        TelephoneEventPayloadType = 101,
        Remote = Remote,
    };

    [Fact]
    public void Take_WhenSsrcChanges_DoesNotMute()
    {
        for (uint n = 0; n < 50; n++)
        {
            Tick(PacketMaker.Audio((ushort)n, n * 160));
        }

        for (uint n = 0; n < 50; n++)
        {
            Tick(PacketMaker.Audio((ushort)(40_000 + n), 3_000_000_000 + (n * 160), ssrc: 99));
        }

        Assert.Equal(2, _receiver.Snapshot().Inbound.SourceChanges);
        // The packet that announced the change and the refill of the buffer are lost, no more.
        Assert.InRange(_origins.Skip(50).Count(o => o is not FrameOrigin.Received), 0, 4);
        Assert.Equal(99u, _receiver.CurrentSsrc);
    }

    [Fact]
    public void Take_WhenSequenceAndTimestampRestart_DoesNotMute()
    {
        for (uint n = 0; n < 100; n++)
        {
            var restarted = n >= 50;
            Tick(PacketMaker.Audio((ushort)(restarted ? 20_000 + n : n), (restarted ? 7_000_000u : 0u) + (n * 160)));
        }

        Assert.InRange(_origins.Skip(50).Count(o => o is not FrameOrigin.Received), 0, 4);
        Assert.Equal(1, _receiver.Snapshot().Inbound.Suspicious);
    }

    [Fact]
    public void Take_WhenPacketIsNotForUs_IsCountedByItsReason()
    {
        _receiver.Take([1, 2, 3], Source, TimeSpan.Zero);
        _receiver.Take(PacketMaker.Audio(1, 0, type: 9), Source, TimeSpan.Zero);
        _receiver.Take(PacketMaker.Audio(1, 0), Source with { Address = 1 }, TimeSpan.Zero);
        _receiver.Take(PacketMaker.Audio(1, 0), Source, TimeSpan.Zero);
        _receiver.Take(PacketMaker.Audio(1, 0), Source, TimeSpan.Zero);
        var inbound = _receiver.Snapshot().Inbound;
        Assert.Equal(1, inbound.Malformed);
        Assert.Equal(1, inbound.WrongPayloadType);
        Assert.Equal(1, inbound.WrongSource);
        Assert.Equal(1, inbound.Packets);
        Assert.Equal(1, inbound.Duplicates);
        Assert.Equal(160, inbound.Octets);
    }

    [Fact]
    public void Take_WhileHeld_TakesNothing()
    {
        _receiver.Configure(Format with { Receives = false }, TimeSpan.Zero);
        Assert.Equal(SourceVerdict.Reject, _receiver.Take(PacketMaker.Audio(1, 0), Source, TimeSpan.Zero));
        _receiver.Configure(Format, TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.FromSeconds(60), _receiver.LastPacket);
        Assert.Equal(SourceVerdict.Accept, _receiver.Take(PacketMaker.Audio(2, 0), Source, TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void TryReadDigit_WhenNobodyReads_KeepsTheFirstAndCountsTheRest()
    {
        for (uint n = 0; n < 40; n++)
        {
            _receiver.Take(
                PacketMaker.Digit((ushort)n, n * 1600, new TelephoneEvent((byte)(n % 10), End: true, 10, 800)), Source, TimeSpan.Zero);
        }

        Assert.Equal(8, _receiver.Snapshot().Inbound.DigitsDropped);
        for (var n = 0; n < 32; n++)
        {
            Assert.True(_receiver.TryReadDigit(out var digit));
            Assert.Equal((char)('0' + (n % 10)), digit.Digit);
        }

        Assert.False(_receiver.TryReadDigit(out _));
    }

    [Fact]
    public void ReadFrame_WhenEndOfKeyIsLost_GivesTheKeyAfterTheTimeout()
    {
        Tick(PacketMaker.Digit(1, 0, new TelephoneEvent(4, End: false, 10, 160)));
        for (var i = 0; i < 9; i++)
        {
            Tick(null);
            Assert.False(_receiver.TryReadDigit(out _));
        }

        Tick(null);
        Assert.True(_receiver.TryReadDigit(out var digit));
        Assert.Equal('4', digit.Digit);
        Assert.False(digit.EndHeard);
    }

    [Fact]
    public void TakeReport_WhenPacketsAreLost_SaysHowMany()
    {
        Assert.Null(_receiver.TakeReport());
        for (uint n = 0; n < 100; n++)
        {
            Tick(n % 2 == 1 ? null : PacketMaker.Audio((ushort)(65_500 + n), n * 160));
        }

        var report = _receiver.TakeReport()!.Value;
        Assert.Equal(7u, report.Ssrc);
        Assert.Equal(49, report.Lost);
        Assert.InRange(report.FractionLost, 125, 128);
        Assert.Equal(65_598u, report.ExtendedHighest);
        Assert.Equal(0u, report.Jitter);
    }

    private void Tick(byte[]? datagram)
    {
        var now = TimeSpan.FromMilliseconds(_tick++ * 20);
        if (datagram is not null)
        {
            _receiver.Take(datagram, Source, now);
        }

        _origins.Add(_receiver.ReadFrame(_frame, now + TimeSpan.FromMilliseconds(12)));
    }
}
