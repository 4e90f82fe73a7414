using System.Text;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Messages;

public sealed class SipParserTests
{
    private const string Options = """
        OPTIONS sip:box@example.com SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
        From: <sip:a@example.com>;tag=1
        To: <sip:box@example.com>
        Call-ID: c
        CSeq: 1 OPTIONS

        """;

    [Fact]
    public void Parse_WhenBareLineFeeds_ReadsIt()
    {
        Assert.True(SipParser.Parse(Encoding.ASCII.GetBytes(Options.ReplaceLineEndings("\n")), SipLimits.Default, out _).IsSuccess);
    }

    [Fact]
    public void Parse_WhenLineBreaksComeFirst_SkipsThem()
    {
        Assert.Equal("c", SipText.Request("\r\n\r\n" + Options + "\n").CallId);
    }

    [Fact]
    public void Parse_WhenOnlyLineBreaks_IsEmpty()
    {
        Assert.Equal(SipParseError.Empty, SipText.TryParse("\r\n\r\n", out _).Error);
    }

    [Theory]
    [InlineData("no colon here", SipParseError.BadHeaderLine)]
    [InlineData(": no name", SipParseError.BadHeaderLine)]
    [InlineData("Bad Name: x", SipParseError.BadHeaderLine)]
    [InlineData("Max-Forwards: 300", SipParseError.BadHeaderValue)]
    [InlineData("Max-Forwards: -1", SipParseError.BadHeaderValue)]
    [InlineData("Content-Length: 1.5", SipParseError.BadHeaderValue)]
    [InlineData("Route: <sip:a@b", SipParseError.BadHeaderValue)]
    [InlineData("Contact:", SipParseError.BadHeaderValue)]
    [InlineData("From: <sip:b@example.com>;tag=2", SipParseError.DuplicateHeader)]
    public void Parse_WhenAHeaderIsBad_SaysWhichAndKeepsWhatAnAnswerNeeds(string header, SipParseError error)
    {
        Assert.Equal(400, SipText.Refusal(Options + header + "\n\n", error)!.Status);
    }

    [Fact]
    public void Parse_WhenAHeaderIsBad_GivesItsOffset()
    {
        var result = SipText.TryParse(Options + "Max-Forwards: no\n\n", out _);

        Assert.Equal(SipText.Bytes(Options).Length, result.Offset);
    }

    [Fact]
    public void Parse_WhenACarriageReturnIsStray_Refuses()
    {
        var bytes = Encoding.ASCII.GetBytes(Options.ReplaceLineEndings("\r\n") + "Subject: a\rEvil: b\r\n\r\n");

        Assert.Equal(SipParseError.BadHeaderLine, SipParser.Parse(bytes, SipLimits.Default, out _).Error);
    }

    [Fact]
    public void Parse_WhenBytesAreLatin1_ReplacesThemAndReadsOn()
    {
        var bytes = Encoding.Latin1.GetBytes(Options.Replace("<sip:a@", "Müller <sip:a@", StringComparison.Ordinal).ReplaceLineEndings("\r\n") + "\r\n");

        Assert.True(SipParser.Parse(bytes, SipLimits.Default, out var message).IsSuccess);
        Assert.Equal("M\ufffdller", message!.From.DisplayName);
    }

    [Theory]
    [InlineData(100, 20, 100, SipParseError.MessageTooLarge)]
    [InlineData(4_000, 6, 100, SipParseError.TooManyHeaders)]
    [InlineData(4_000, 20, 30, SipParseError.LineTooLong)]
    public void Parse_WhenALimitIsPassed_SaysWhich(int message, int headers, int line, SipParseError error)
    {
        var limits = new SipLimits { MaxMessageBytes = message, MaxHeaders = headers, MaxLineBytes = line };
        var bytes = SipText.Bytes(Options + "Route: <sip:1.example.com>, <sip:2.example.com>\n\n");

        Assert.Equal(error, SipParser.Parse(bytes, limits, out _).Error);
    }

    [Fact]
    public void Parse_WhenContentLengthIsHuge_Answers413WithoutTakingMemory()
    {
        var bytes = SipText.Bytes(Options + "Content-Length: 2147483647\n\n");
        SipParser.Parse(bytes, SipLimits.Default, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = SipParser.Parse(bytes, SipLimits.Default, out var message);

        Assert.Equal(SipParseError.BodyTooLarge, result.Error);
        Assert.Equal(413, MalformedRequest.Answer(message, result)!.Status);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    [Fact]
    public void Answer_WhenAckIsMalformed_SendsNothing()
    {
        Assert.Null(SipText.Refusal(Options.Replace("OPTIONS", "ACK", StringComparison.Ordinal) + "Max-Forwards: x\n\n", SipParseError.BadHeaderValue));
    }

    [Fact]
    public void Parse_WhenFormsAreCompact_KnowsThem()
    {
        var request = SipText.Request("""
            INVITE sip:box@example.com SIP/2.0
            v: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
            f: <sip:a@example.com>;tag=1
            t: <sip:box@example.com>
            i: c
            CSeq: 1 INVITE
            m: <sip:a@192.0.2.1>
            k: timer, 100rel
            k: replaces
            x: 1800
            c: Application/SDP ;charset=utf-8
            l: 3

            abc
            """);

        Assert.Equal("192.0.2.1", request.Contact!.Uri.Host);
        Assert.Equal("timer 100rel replaces", string.Join(' ', request.Supported));
        Assert.Equal("1800", request.Headers.Get("Session-Expires"));
        Assert.Equal("application/sdp", request.ContentType);
        Assert.Equal("abc"u8, request.Body.Span);
    }
}
