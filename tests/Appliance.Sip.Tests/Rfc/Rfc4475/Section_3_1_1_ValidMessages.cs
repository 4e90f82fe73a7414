using System.Buffers;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Rfc.Rfc4475;

/// <summary><see href="https://www.rfc-editor.org/rfc/rfc4475#section-3.1.1">RFC 4475 §3.1.1</see>: all of these must be read.</summary>
public sealed class Section_3_1_1_ValidMessages
{
    [Theory]
    [InlineData("wsinv")]
    [InlineData("intmeth")]
    [InlineData("esc01")]
    [InlineData("escnull")]
    [InlineData("esc02")]
    [InlineData("lwsdisp")]
    [InlineData("longreq")]
    [InlineData("dblreq")]
    [InlineData("semiuri")]
    [InlineData("transports")]
    [InlineData("mpart01")]
    [InlineData("unreason")]
    [InlineData("noreason")]
    public void Parse_WhenWrittenAgain_ReadsTheSame(string name)
    {
        Assert.Equal(default, TortureMessage.Parse(name, out var message));
        var written = new ArrayBufferWriter<byte>();
        SipWriter.Write(message!, written);

        Assert.Equal(default, SipParser.Parse(written.WrittenSpan, SipLimits.Default, out var again));

        Assert.Equal(message!.StartLine, again!.StartLine);
        Assert.Equal(message.Body, again.Body.ToArray());
        Assert.Equal(Lines(message), Lines(again));
    }

    [Fact]
    public void Parse_3_1_1_2_WhenCharactersAreUnusual_KeepsThem()
    {
        var request = TortureMessage.Request("intmeth");

        Assert.Equal("!interesting-Method0123456789_*+`.%indeed'~", request.Method.Name);
        Assert.Equal("1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*", request.Uri.User);
        Assert.Equal("&it+has=1,weird!*pas$wo~d_too.(doesn't-it)", request.Uri.Password);
        Assert.Equal("example.com", request.Uri.Host);
        Assert.Equal("BEL:\u0007 NUL:\0 DEL:\u007f", request.To.DisplayName);
        Assert.Equal("token1~` token2'+_ token3*%!.-", request.From.DisplayName);
        Assert.Equal("работающий", request.From.Parameters["fromParam''~+*_!.-%"]);
        Assert.Equal("_token~1'+`*%!-.", request.From.Tag);
        Assert.Equal("intmeth.word%ZK-!.*_+'@word`~)(><:\\/\"][?}{", request.CallId);
        Assert.Equal("z9hG4bK-.!%66*_+`'~", request.TopVia.Branch);
        Assert.Equal("\ufeff大停電", request.Headers.Get("extensionHeader-!.%*+_`'~"));
    }

    [Fact]
    public void Parse_3_1_1_3_WhenUrisAreEscaped_ComparesThemUnescaped()
    {
        var request = TortureMessage.Request("esc01");

        Assert.Equal("sips:user@example.com", request.Uri.UnescapedUser);
        Assert.True(request.To.Uri.IsEquivalentTo(SipUri.Parse("sip:user@example.com")));
        Assert.Equal("I have spaces", request.From.Uri.UnescapedUser);
        Assert.Equal("caller", request.Contact!.Uri.UnescapedUser);
    }

    [Fact]
    public void Parse_3_1_1_4_WhenNullIsEscaped_KeepsTwoContactsApart()
    {
        var contacts = TortureMessage.Request("escnull").Contacts;

        Assert.Equal(2, contacts.Count);
        Assert.False(contacts[0].Uri.IsEquivalentTo(contacts[1].Uri));
    }

    [Fact]
    public void Parse_3_1_1_5_WhenPercentIsNoEscape_DoesNotUnescapeIt()
    {
        var request = TortureMessage.Request("esc02");

        Assert.Equal("RE%47IST%45R", request.Method.Name);
        Assert.Equal("%Z%45", request.To.DisplayName);
        Assert.Equal(2, request.Contacts.Count);
        Assert.Equal("<sip:alias2@host2.example.com>", request.Headers.Get("C%6Fntact"));
    }

    [Fact]
    public void Parse_3_1_1_6_WhenNothingSeparatesNameFromBracket_ReadsBoth()
    {
        var from = TortureMessage.Request("lwsdisp").From;

        Assert.Equal("caller", from.DisplayName);
        Assert.Equal("caller", from.Uri.User);
    }

    [Fact]
    public void Parse_3_1_1_7_WhenValuesAreLong_ReadsThem()
    {
        var request = TortureMessage.Request("longreq");

        Assert.Equal(34, request.Vias.Count);
        Assert.Equal("host.example.com", request.Vias[^1].Host);
        Assert.Equal("192.0.2.5", request.Vias[^1].Received);
        Assert.Matches("^very(long)+branchvalue$", request.Vias[^1].Branch);
        Assert.Equal(6000, request.To.Uri.Port);
    }

    [Fact]
    public void Parse_3_1_1_8_WhenOctetsFollowADatagramsMessage_IgnoresThem()
    {
        var request = TortureMessage.Request("dblreq");

        Assert.Equal(SipMethod.Register, request.Method);
        Assert.True(request.Body.IsEmpty);
    }

    [Fact]
    public void Parse_3_1_1_9_WhenUserHoldsASemicolon_KeepsItInTheUser()
    {
        var uri = TortureMessage.Request("semiuri").Uri;

        Assert.Equal("user;par=u@example.net", uri.UnescapedUser);
        Assert.Empty(uri.Parameters);
        Assert.Equal("example.com", uri.Host);
    }

    [Fact]
    public void Parse_3_1_1_10_WhenTransportsAreUnknown_ReadsTheirVias()
    {
        Assert.Equal("UDP SCTP TLS UNKNOWN TCP", string.Join(' ', TortureMessage.Request("transports").Vias.Select(v => v.Transport)));
    }

    [Fact]
    public void Parse_3_1_1_11_WhenBodyIsBinary_KeepsItsOctets()
    {
        var request = TortureMessage.Request("mpart01");

        Assert.Equal(553, request.Body.Length);
        Assert.Equal("multipart/mixed", request.ContentType);
    }

    [Fact]
    public void Parse_3_1_1_12_WhenReasonIsUtf8_KeepsIt()
    {
        Assert.Equal("= 2**3 * 5**2 но сто девяносто девять - простое", TortureMessage.Response("unreason").Reason);
    }

    [Fact]
    public void Parse_3_1_1_13_WhenReasonIsEmpty_ReadsTheStatus()
    {
        var response = TortureMessage.Response("noreason");

        Assert.Equal(100, response.Status);
        Assert.Equal("", response.Reason);
    }

    private static string Lines(SipMessage message) =>
        string.Join('\n', message.Headers.Where(h => !h.Is("Content-Length")).Select(h => h.ToString()));
}
