using System.Net;
using Appliance.Media.Codecs;
using Appliance.Media.Dtmf;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Packets;
using Appliance.Media.Rtp.Transmission;

namespace Appliance.Media.Tests.Rtp.Transmission;

public sealed class RtpTransmitterTests
{
    private static readonly short[] Silence = new short[AudioFormat.FrameSamples];
    private readonly KeepingSink _sink = new();
    private readonly RtpTransmitter _transmitter;

    public RtpTransmitterTests() => _transmitter = new RtpTransmitter(_sink, 10);

    private static RtpMediaFormat Format { get; } = new()
    {
        Codec = RtpCodec.Pcma,
        PayloadType = 8,
        TelephoneEventPayloadType = 96,
        Remote = IPEndPoint.Parse("192.0.2.1:4000"),
    };

    [Fact]
    public void SendFrame_WhenTalkBeginsAndPauses_SetsTheMarkerOnlyThere()
    {
        _transmitter.Configure(Format);
        foreach (var tick in new[] { 5, 6, 7, 57, 58 })
        {
            _transmitter.SendFrame(Silence, tick, TimeSpan.FromMilliseconds(tick * 20));
        }

        var headers = _sink.Headers;
        Assert.Equal([true, false, false, true, false], headers.Select(h => h.Marker));
        Assert.Equal([0u, 160u, 320u, 8320u, 8480u], headers.Select(h => h.Timestamp - headers[0].Timestamp));
        Assert.Equal([0, 1, 2, 3, 4], headers.Select(h => (int)(ushort)(h.SequenceNumber - headers[0].SequenceNumber)));
        Assert.All(headers, h => Assert.Equal((_transmitter.Ssrc, 8), (h.Ssrc, (int)h.PayloadType)));
        Assert.All(_sink.Payloads, p => Assert.Equal(160, p.Length));
        Assert.All(_sink.Payloads, p => Assert.Equal(G711.SilenceOf(RtpCodec.Pcma), p[80]));
    }

    [Fact]
    public void SendFrame_WhileAKeyIsSent_SendsNoAudioAndGoesOnInTime()
    {
        _transmitter.Configure(Format);
        Assert.Equal(SendDigitResult.Queued, _transmitter.SendDigit('8', TimeSpan.FromMilliseconds(50)));
        for (var tick = 0; tick < 10; tick++)
        {
            _transmitter.SendFrame(Silence, tick, TimeSpan.FromMilliseconds(tick * 20));
        }

        var types = _sink.Headers.Select(h => (int)h.PayloadType);
        Assert.Equal([96, 96, 96, 96, 96, 8, 8, 8, 8, 8], types);
        var start = _sink.Headers[0].Timestamp;
        Assert.All(_sink.Headers.Take(5), h => Assert.Equal(start, h.Timestamp));
        Assert.Equal(start + (5 * 160), _sink.Headers[5].Timestamp);
        Assert.False(_transmitter.IsSendingDigits);
    }

    [Fact]
    public void SendDigit_WhenItCannotBeSent_SaysWhy()
    {
        Assert.Equal(SendDigitResult.NotAgreed, _transmitter.SendDigit('1', TimeSpan.FromMilliseconds(100)));
        _transmitter.Configure(Format);
        Assert.Equal(SendDigitResult.NotAKey, _transmitter.SendDigit('x', TimeSpan.FromMilliseconds(100)));
        for (var i = 0; i < 32; i++)
        {
            Assert.Equal(SendDigitResult.Queued, _transmitter.SendDigit('1', TimeSpan.FromMilliseconds(100)));
        }

        Assert.Equal(SendDigitResult.QueueFull, _transmitter.SendDigit('1', TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public void SendFrame_WhileHeld_SendsNothingButTimeGoesOn()
    {
        _transmitter.Configure(Format);
        _transmitter.SendFrame(Silence, 1, TimeSpan.FromMilliseconds(20));
        _transmitter.Configure(Format with { Sends = false });
        _transmitter.SendFrame(Silence, 2, TimeSpan.FromMilliseconds(40));
        _transmitter.Configure(Format with { Remote = new IPEndPoint(IPAddress.Any, 4000) });
        _transmitter.SendFrame(Silence, 3, TimeSpan.FromMilliseconds(60));
        _transmitter.Configure(Format);
        _transmitter.SendFrame(Silence, 4, TimeSpan.FromMilliseconds(80));
        Assert.Equal(2, _sink.Headers.Count);
        Assert.Equal(3u * 160, _sink.Headers[1].Timestamp - _sink.Headers[0].Timestamp);
        Assert.Equal(1, (ushort)(_sink.Headers[1].SequenceNumber - _sink.Headers[0].SequenceNumber));
        Assert.True(_sink.Headers[1].Marker);
    }

    [Fact]
    public void SendFrame_WhenTheSystemRefuses_CountsTheError()
    {
        _transmitter.Configure(Format);
        _sink.Refuses = true;
        _transmitter.SendFrame(Silence, 1, TimeSpan.Zero);
        Assert.Equal(new RtpOutboundStatistics(0, 0, 1), _transmitter.Snapshot(TimeSpan.Zero).Counts);
    }

    private sealed class KeepingSink : IPacketSink
    {
        public List<RtpHeader> Headers { get; } = [];

        public List<byte[]> Payloads { get; } = [];

        public bool Refuses { get; set; }

        public bool TrySend(ReadOnlySpan<byte> datagram)
        {
            Assert.Equal(RtpParseResult.Ok, RtpPacket.TryParse(datagram, out var packet));
            Headers.Add(packet.Header);
            Payloads.Add(packet.Payload.ToArray());
            return !Refuses;
        }
    }
}
