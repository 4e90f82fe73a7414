using System.Text;
using Appliance.Sip.Messages;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Tests.Transports;

public sealed class SipStreamFramerTests
{
    private const string Head = "OPTIONS sip:a SIP/2.0\r\nContent-Length: ";

    private readonly SipStreamFramer _framer = new(SipLimits.Default);

    [Fact]
    public void Next_WhenALargeBodyIsOnlyAnnounced_TakesNoMemoryForIt()
    {
        Feed(Head + "40000\r\n\r\n");

        Assert.Equal(SipFrame.NeedMore, _framer.Next(out _));
        Assert.InRange(_framer.GetMemory().Length, 1, 2_048);
    }

    [Theory]
    [InlineData("49153\r\n\r\n")]
    [InlineData("4294967296\r\n\r\n")]
    [InlineData("+1\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("1\r\nl : 2\r\n\r\n")]
    public void Next_WhenLengthCannotBeTrusted_IsBroken(string rest)
    {
        Feed(Head + rest);

        Assert.Equal(SipFrame.Broken, _framer.Next(out _));
    }

    [Theory]
    [InlineData("1\r\nl : 1\r\n\r\nx")]
    [InlineData("\r\n 1\r\n\r\nx")]
    [InlineData("0001\n\nx")]
    public void Next_WhenLengthIsOddlyWritten_FramesIt(string rest)
    {
        Feed(Head + rest);

        Assert.Equal(SipFrame.Message, _framer.Next(out var bytes));
        Assert.Equal(Head.Length + rest.Length, bytes.Length);
        Assert.False(_framer.HasPartial);
    }

    [Fact]
    public void Next_WhenHeadersNeverEnd_IsBrokenAtTheLimit()
    {
        var fed = 0;
        SipFrame frame;
        do
        {
            fed += Feed("Subject: endless\r\n");
            frame = _framer.Next(out _);
        }
        while (frame == SipFrame.NeedMore);

        Assert.Equal(SipFrame.Broken, frame);
        Assert.InRange(fed, SipLimits.Default.MaxMessageBytes, SipLimits.Default.MaxMessageBytes + 20);
    }

    [Fact]
    public void Next_WhenLineBreaksStandBetweenMessages_FindsEachPing()
    {
        Feed("\r\n" + Head + "0\r\n\r\n\r\n\r\n\r");
        Assert.Equal(SipFrame.Message, _framer.Next(out _));
        Assert.Equal(SipFrame.Ping, _framer.Next(out _));
        Assert.Equal(SipFrame.NeedMore, _framer.Next(out _));

        Feed("\n\r\n");
        Assert.Equal(SipFrame.Ping, _framer.Next(out _));
    }

    [Fact]
    public void GetMemory_WhenALargeMessageHasGone_GivesItsMemoryBack()
    {
        Feed(Head + "40000\r\n\r\n" + new string('x', 40_000));
        Assert.Equal(SipFrame.Message, _framer.Next(out _));

        Assert.Equal(2_048, _framer.GetMemory().Length);
    }

    private int Feed(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var at = 0;
        while (at < bytes.Length && _framer.GetMemory() is { Length: > 0 } memory)
        {
            var count = Math.Min(memory.Length, bytes.Length - at);
            bytes.AsMemory(at, count).CopyTo(memory);
            _framer.Commit(count);
            at += count;
        }

        return at;
    }
}
