using Appliance.Sip.Messages;
using Appliance.Sip.Tests.Messages;

namespace Appliance.Sip.Tests.Rfc.Rfc4475;

/// <summary><see href="https://www.rfc-editor.org/rfc/rfc4475#section-3.1.1.1">RFC 4475 §3.1.1.1</see> (wsinv).</summary>
public sealed class Section_3_1_1_1_ShortTortuousInvite
{
    private const string Text = """
        INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0
        TO :
         sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n
        from   : "J Rosenberg \\\""       <sip:jdrosen@example.com>
          ;
          tag = 98asjd8
        MaX-fOrWaRdS: 0068
        Call-ID: wsinv.ndaksdj@192.0.2.1
        Content-Length   : 150
        cseq: 0009
          INVITE
        Via  : SIP  /   2.0
         /UDP
            192.0.2.2;branch=390skdjuw
        s :
        NewFangledHeader:   newfangled value
         continued newfangled value
        UnknownHeaderWithUnusualValue: ;;,,;;,;
        Content-Type: application/sdp
        Route:
         <sip:services.example.com;lr;unknownwith=value;unknown-no-value>
        v:  SIP  / 2.0  / TCP     spindle.example.com   ;
          branch  =   z9hG4bK9ikj8  ,
         SIP  /    2.0   / UDP  192.168.255.111   ; branch=
         z9hG4bK30239
        m:"Quoted string \"\"" <sip:jdrosen@example.com> ; newparam =
              newvalue ;
          secondparam ; q = 0.33

        v=0
        o=mhandley 29739 7272939 IN IP4 192.0.2.3
        s=-
        c=IN IP4 192.0.2.4
        t=0 0
        m=audio 49217 RTP/AVP 0 12
        m=video 3227 RTP/AVP 31
        a=rtpmap:31 LPC

        """;

    [Fact]
    public void Parse_WhenFoldedAndSpacedAllOver_ReadsEveryField()
    {
        var request = SipText.Request(Text);

        Assert.Equal(SipMethod.Invite, request.Method);
        Assert.True(request.Uri.Parameters.Contains("unknownparam"));
        Assert.Equal("1918181833n", request.To.Tag);
        Assert.Equal("J Rosenberg \\\"", request.From.DisplayName);
        Assert.Equal("98asjd8", request.From.Tag);
        Assert.Equal(68, request.MaxForwards);
        Assert.Equal(new CSeqHeader(9, SipMethod.Invite), request.CSeq);
        Assert.Equal("", request.Headers.Get("Subject"));
        Assert.Equal("newfangled value continued newfangled value", request.Headers.Get("newfangledheader"));
        Assert.Equal(";;,,;;,;", request.Headers.Get("UnknownHeaderWithUnusualValue"));
        Assert.Equal("value", Assert.Single(request.Routes).Uri.Parameters["unknownwith"]);
        Assert.Equal("application/sdp", request.ContentType);
        Assert.Equal(150, request.Body.Length);
    }

    [Fact]
    public void Parse_WhenViasAreListedAndCommaSeparated_KeepsTheirOrder()
    {
        var vias = SipText.Request(Text).Vias;

        Assert.Equal("UDP TCP UDP", string.Join(' ', vias.Select(v => v.Transport)));
        Assert.Equal("192.0.2.2 spindle.example.com 192.168.255.111", string.Join(' ', vias.Select(v => v.SentBy)));
        Assert.Equal("390skdjuw z9hG4bK9ikj8 z9hG4bK30239", string.Join(' ', vias.Select(v => v.Branch)));
    }

    [Fact]
    public void Parse_WhenContactNameHoldsEscapedQuotes_UnescapesThem()
    {
        var contact = SipText.Request(Text).Contact!;

        Assert.Equal("Quoted string \"\"", contact.DisplayName);
        Assert.Equal("newvalue", contact.Parameters["newparam"]);
        Assert.Equal("", contact.Parameters["secondparam"]);
        Assert.Equal("0.33", contact.Parameters["q"]);
    }
}
