using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Rfc.Rfc4475;

/// <summary><see href="https://www.rfc-editor.org/rfc/rfc4475#section-3.1.2">RFC 4475 §3.1.2</see>: what is wrong is found, and the sender
/// told where it can be.</summary>
public sealed class Section_3_1_2_InvalidMessages
{
    [Theory]
    [InlineData("badinv01", SipParseError.BadHeaderValue, "Via", 400)]
    [InlineData("clerr", SipParseError.BodyTruncated, "Content-Length", 400)]
    [InlineData("ncl", SipParseError.BadHeaderValue, "Content-Length", 400)]
    [InlineData("scalar02", SipParseError.BadHeaderValue, "CSeq", 400)]
    [InlineData("quotbal", SipParseError.BadHeaderValue, "To", 400)]
    [InlineData("ltgtruri", SipParseError.BadRequestUri, null, 400)]
    [InlineData("lwsruri", SipParseError.BadRequestUri, null, 400)]
    [InlineData("lwsstart", SipParseError.BadRequestUri, null, 400)]
    [InlineData("escruri", SipParseError.BadRequestUri, null, 400)]
    [InlineData("regbadct", SipParseError.BadHeaderValue, "Contact", 400)]
    [InlineData("badvers", SipParseError.UnsupportedVersion, null, 505)]
    [InlineData("mismatch01", SipParseError.MethodMismatch, "CSeq", 400)]
    [InlineData("mismatch02", SipParseError.MethodMismatch, "CSeq", 400)]
    public void Parse_WhenRequestIsInvalid_TellsTheSender(string name, SipParseError error, string? header, int status)
    {
        var result = TortureMessage.Parse(name, out var message);
        var answer = MalformedRequest.Answer(message, result);

        Assert.Equal(error, result.Error);
        Assert.Equal(header, result.Header);
        Assert.Equal(status, answer!.Status);
        Assert.Equal(message!.CallId, answer.CallId);
    }

    [Theory]
    [InlineData("scalarlg", SipParseError.BadHeaderValue)]
    [InlineData("bigcode", SipParseError.BadStartLine)]
    public void Parse_WhenResponseIsInvalid_DropsIt(string name, SipParseError error)
    {
        var result = TortureMessage.Parse(name, out var message);

        Assert.Equal(error, result.Error);
        Assert.Null(MalformedRequest.Answer(message, result));
    }

    /// <summary>The RFC leaves these to the receiver; a call is worth more than a space.</summary>
    [Theory]
    [InlineData("trws")]
    [InlineData("baddate")]
    [InlineData("badaspec")]
    [InlineData("baddn")]
    public void Parse_WhenTheFaultIsHarmless_IsLenient(string name)
    {
        Assert.Equal(default, TortureMessage.Parse(name, out _));
    }

    [Fact]
    public void Parse_3_1_2_15_WhenDisplayNameIsNoToken_KeepsIt()
    {
        Assert.Equal("Bell, Alexander", TortureMessage.Request("baddn").From.DisplayName);
    }
}
