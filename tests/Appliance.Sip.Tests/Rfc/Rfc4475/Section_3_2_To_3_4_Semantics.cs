using Appliance.Sip.Messages;
using Appliance.Sip.Sdp;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Tests.Rfc.Rfc4475;

/// <summary><see href="https://www.rfc-editor.org/rfc/rfc4475#section-3.2">RFC 4475 §3.2</see>…§3.4: what the parser owes the layers above.</summary>
public sealed class Section_3_2_To_3_4_Semantics
{
    [Fact]
    public void Parse_3_2_1_WhenBranchIsOnlyTheCookie_GivesItAsItIs()
    {
        Assert.Equal(ViaHeader.MagicCookie, TortureMessage.Request("badbranch").TopVia.Branch);
    }

    [Fact]
    public void Parse_3_3_1_WhenMandatoryHeadersAreMissing_NamesOneAndCannotAnswer()
    {
        var result = TortureMessage.Parse("insuf", out var message);

        Assert.Equal(SipParseError.MissingHeader, result.Error);
        Assert.Equal("From", result.Header);
        Assert.Null(MalformedRequest.Answer(message, result));
    }

    [Theory]
    [InlineData("unkscm", "nobodyknowsthisscheme")]
    [InlineData("novelsc", "soap.beep")]
    public void Parse_3_3_2_WhenSchemeIsUnknown_LeavesItToTheReceiver(string name, string scheme)
    {
        var uri = TortureMessage.Request(name).Uri;

        Assert.False(uri.IsSip);
        Assert.Equal(scheme, uri.Scheme);
    }

    [Fact]
    public void Parse_3_3_4_WhenAddressesAreNoSipUris_KeepsThemOpaque()
    {
        var request = TortureMessage.Request("unksm2");

        Assert.Equal("isbn:2983792873", request.To.Uri.ToString());
        Assert.Equal("http://www.example.com", request.From.Uri.ToString());
        Assert.Equal("name:John_Smith", request.Contact!.Uri.ToString());
    }

    [Fact]
    public void Parse_3_3_5_WhenOptionsAreUnknown_ListsThem()
    {
        Assert.Equal("nothingSupportsThis|nothingSupportsThisEither", string.Join('|', TortureMessage.Request("bext01").Require));
    }

    [Fact]
    public void Parse_3_3_6_WhenContentIsUnknown_KeepsTypeAndBody()
    {
        var request = TortureMessage.Request("invut");

        Assert.Equal("application/unknownformat", request.ContentType);
        Assert.Equal(40, request.Body.Length);
    }

    [Fact]
    public void Parse_3_3_7_WhenAuthorizationSchemeIsUnknown_KeepsTheValue()
    {
        Assert.Equal("NoOneKnowsThisScheme opaque-data=here", TortureMessage.Request("regaut01").Headers.Get("Authorization"));
    }

    [Theory]
    [InlineData("multi01", "From")]
    [InlineData("mcl01", "Content-Length")]
    public void Parse_3_3_8_WhenSingleHeadersStandTwice_Answers400(string name, string header)
    {
        var result = TortureMessage.Parse(name, out var message);

        Assert.Equal(SipParseError.DuplicateHeader, result.Error);
        Assert.Equal(header, result.Header);
        Assert.Equal(400, MalformedRequest.Answer(message, result)!.Status);
    }

    [Fact]
    public void Resolve_3_3_10_WhenASecondViaNamesBroadcast_IsNotSteeredByIt()
    {
        var response = TortureMessage.Response("bcast");

        Assert.Equal(2, response.Vias.Count);
        Assert.Equal("192.0.2.198:5060", ResponseRouting.Resolve(response.TopVia)!.ToString());
    }

    [Fact]
    public void Parse_3_3_11_WhenMaxForwardsIsZero_ReadsZero()
    {
        Assert.Equal(0, TortureMessage.Request("zeromf").MaxForwards);
    }

    [Fact]
    public void Parse_3_3_12_And_13_WhenContactHasAParameter_GivesItToItsOwner()
    {
        var bare = TortureMessage.Request("cparam01").Contact!;
        var bracketed = TortureMessage.Request("cparam02").Contact!;

        Assert.True(bare.Parameters.Contains("unknownparam"));
        Assert.False(bare.Uri.Parameters.Contains("unknownparam"));
        Assert.True(bracketed.Uri.Parameters.Contains("unknownparam"));
        Assert.Empty(bracketed.Parameters);
    }

    [Fact]
    public void Parse_3_3_14_WhenContactUriHoldsHeaders_KeepsThemEscaped()
    {
        Assert.Equal("Route=%3Csip:sip.example.com%3E", TortureMessage.Request("regescrt").Contact!.Uri.Headers);
    }

    [Fact]
    public void Answer_3_3_15_WhenAcceptIsUnknown_StillReadsTheOffer()
    {
        Assert.True(SessionDescription.TryParse(TortureMessage.Request("sdp01").Body.Span, out var offer));

        Assert.Equal(2, offer.Media.Count);
    }

    [Fact]
    public void Parse_3_4_1_WhenRequestIsOfRfc2543_ReadsItWithoutTagBranchAndLength()
    {
        var request = TortureMessage.Request("inv2543");

        Assert.Null(request.From.Tag);
        Assert.Null(request.TopVia.Branch);
        Assert.False(request.Body.IsEmpty);
        Assert.Equal("phone", request.To.Parameters["user"]);
    }
}
