using Appliance.Cli.Calling.Listening;
using Appliance.Media.Codecs;
using Appliance.Media.Rtp;
using Appliance.Media.Rtp.Packets;

namespace Appliance.Cli.Tests.Calling.Listening;

public sealed class VoiceSpansTests
{
    [Fact]
    public void Voiced_WhenSilenceIs200Milliseconds_BeginsANewSpan()
    {
        var spans = new VoiceSpans();
        foreach (var ms in new[] { 0, 20, 219, 240, 440, 460 })
        {
            spans.Voiced(TimeSpan.FromMilliseconds(ms));
        }

        Assert.Equal([Span(0, 240), Span(440, 460)], spans.Snapshot());
        Assert.Equal(TimeSpan.FromMilliseconds(460), spans.LastVoice);
    }

    [Theory]
    [InlineData(130, false)]
    [InlineData(200, true)]
    public void OnPacket_OfASineAroundTheThreshold_IsVoicedFromMinus45Decibels(int amplitude, bool voiced)
    {
        // RMS −45 dBFS is 184, a sine of amplitude 261; of a square wave it is the amplitude itself.
        Span<short> square = stackalloc short[160];
        for (var i = 0; i < square.Length; i++)
        {
            square[i] = (short)(i % 8 < 4 ? amplitude : -amplitude);
        }

        var payload = new byte[160];
        G711.Encode(RtpCodec.Pcmu, square, payload);
        var tap = new AgentTap();
        tap.OnPacket(Header(0), payload, TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, tap.Packets);
        tap.Expect(new RtpMediaFormat { Codec = RtpCodec.Pcmu, PayloadType = 0, Remote = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 4000) });
        tap.OnPacket(Header(0), payload, TimeSpan.FromMilliseconds(20));
        tap.OnPacket(Header(101), payload, TimeSpan.FromMilliseconds(500));
        Assert.Equal(1, tap.Packets);
        Assert.Equal(voiced ? [Span(20, 20)] : [], tap.Voice.Snapshot());
    }

    private static RtpHeader Header(byte type) => new(type, Marker: false, 1, 160, 7);

    private static VoiceSpan Span(int from, int to) => new(TimeSpan.FromMilliseconds(from), TimeSpan.FromMilliseconds(to));
}
