using System.Text;
using Appliance.Sip.Sdp;

namespace Appliance.Sip.Tests.Sdp;

public sealed class SessionDescriptionTests
{
    [Fact]
    public void Parse_WhenLastLineHasNoLineBreak_KeepsIt()
    {
        Assert.True(SessionDescription.TryParse("v=0\r\ns=-\r\nm=audio 4 RTP/AVP 0\r\na=sendonly"u8, out var description));

        Assert.Equal(MediaDirection.SendOnly, Assert.Single(description.Media).Direction);
    }

    [Fact]
    public void Write_WhenLinesAreUnknown_KeepsThemInOrder()
    {
        const string Text = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns= \r\nx=odd\r\nt=0 0\r\nm=audio 4/2 RTP/AVP 0 8\r\ny=odd too\r\na=x-mine:1 2\r\n";

        Assert.Equal(Text, SessionDescription.Parse(Text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("v=1\r\n")]
    [InlineData("s=-\r\nv=0\r\n")]
    [InlineData("v=0\r\nnonsense\r\n")]
    [InlineData("v=0\r\nm=audio\r\n")]
    [InlineData("v=0\r\nm=audio 70000 RTP/AVP 0\r\n")]
    [InlineData("v=0\r\nm=audio -1 RTP/AVP 0\r\n")]
    public void Parse_WhenMalformed_Refuses(string text) =>
        Assert.False(SessionDescription.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Parse_WhenLinesAreEndless_Refuses()
    {
        var text = "v=0\r\n" + string.Concat(Enumerable.Repeat("a=x\r\n", 2_000));

        Assert.False(SessionDescription.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Parse_WhenBytesAreMutated_NeverThrows()
    {
        var source = SdpNegotiation.Offer(new LocalMedia { Address = System.Net.IPAddress.Loopback, Port = 4_000 }).ToBytes();
        var random = new Random(8866);
        var accepted = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])source.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (SessionDescription.TryParse(bytes, out var description))
            {
                accepted++;
                _ = SdpNegotiation.Answer(description, new LocalMedia { Address = System.Net.IPAddress.Loopback, Port = 5_000 }, out _);
            }
        }

        Assert.InRange(accepted, 1, 20_000);
    }
}
