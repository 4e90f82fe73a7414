using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Authentication;

public sealed class DigestClientTests
{
    private readonly DigestClient _client = new("box", "secret");
    private readonly SipRequest _request = new(SipMethod.Invite, SipUri.Parse("sip:101@pbx.example.com"));

    [Fact]
    public void TryAuthorize_WhenAProxyChallenges_AnswersInItsHeader()
    {
        var challenge = new SipResponse(407);
        challenge.Headers.Add("Proxy-Authenticate", "Digest realm=\"pbx\", nonce=\"n1\", opaque=\"o\", qop=\"auth,auth-int\"");

        Assert.True(_client.TryAuthorize(challenge, _request));

        Assert.True(DigestCredentials.TryParse(_request.Headers.Get("Proxy-Authorization")!, out var sent));
        Assert.Equal("sip:101@pbx.example.com", sent.Uri);
        Assert.Equal("o", sent.Opaque);
        Assert.Equal(1u, sent.NonceCount);
        Assert.False(_request.Headers.Contains("Authorization"));
    }

    [Fact]
    public void TryAuthorize_WhenNoQopIsOffered_AnswersAsInRfc2069()
    {
        var challenge = new SipResponse(401);
        challenge.Headers.Add("WWW-Authenticate", "Digest realm=\"old\", nonce=\"n1\"");

        Assert.True(_client.TryAuthorize(challenge, _request));

        Assert.DoesNotContain("qop", _request.Headers.Get("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_WhenTheNonceRepeats_CountsOnAndStartsAnewWithAnother()
    {
        var first = new DigestChallenge("pbx", "n1", DigestAlgorithm.Md5);

        Assert.Equal(1u, _client.Answer(first, SipMethod.Bye, "sip:a").NonceCount);
        Assert.Equal(2u, _client.Answer(first, SipMethod.Bye, "sip:a").NonceCount);
        Assert.Equal(1u, _client.Answer(first with { Nonce = "n2" }, SipMethod.Bye, "sip:a").NonceCount);
    }

    [Theory]
    [InlineData("Basic realm=\"pbx\"")]
    [InlineData("Digest realm=\"pbx\", nonce=\"n\", algorithm=SHA-512-256")]
    [InlineData("Digest realm=\"pbx\", nonce=\"n\", qop=\"auth-int\"")]
    [InlineData("Digest nonce=\"n\"")]
    public void TryAuthorize_WhenChallengeIsNotUnderstood_SaysNo(string value)
    {
        var challenge = new SipResponse(401);
        challenge.Headers.Add("WWW-Authenticate", value);

        Assert.False(_client.TryAuthorize(challenge, _request));
    }
}
