using System.Text;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Messages;

/// <summary>Messages written as raw string literals: line feeds become CRLF.</summary>
internal static class SipText
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    public static SipParseResult TryParse(string text, out SipMessage? message) =>
        SipParser.Parse(Bytes(text), SipLimits.Default, out message);

    public static SipRequest Request(string text)
    {
        Assert.Equal(default, TryParse(text, out var message));
        return Assert.IsType<SipRequest>(message);
    }

    public static SipResponse Response(string text)
    {
        Assert.Equal(default, TryParse(text, out var message));
        return Assert.IsType<SipResponse>(message);
    }

    /// <summary>Parses, expecting that error, and gives the answer that goes back.</summary>
    public static SipResponse? Refusal(string text, SipParseError error)
    {
        var result = TryParse(text, out var message);
        Assert.Equal(error, result.Error);
        return MalformedRequest.Answer(message, result);
    }
}
