using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Tests.Authentication;

public sealed class DigestVerifierTests
{
    private const string Realm = "clinic";

    private readonly ManualTimeProvider _clock = new();
    private readonly Accounts _accounts = new();
    private readonly DigestClient _phone = new("phone1", "right horse");

    [Theory]
    [InlineData(DigestAlgorithm.Md5)]
    [InlineData(DigestAlgorithm.Sha256)]
    public void Verify_WhenPasswordIsRight_Accepts(DigestAlgorithm algorithm)
    {
        var verifier = Verifier(algorithm);
        var request = Register();
        Assert.True(_phone.TryAuthorize(Challenge(verifier), request));

        Assert.Equal(DigestVerdict.Accepted, verifier.Verify(request, out var username));
        Assert.Equal("phone1", username);
    }

    [Fact]
    public void TryAuthorize_WhenBothAlgorithmsAreOffered_TakesTheStronger()
    {
        var request = Register();

        Assert.True(_phone.TryAuthorize(Challenge(Verifier(DigestAlgorithm.Md5, DigestAlgorithm.Sha256)), request));

        Assert.Contains("algorithm=SHA-256", request.Headers.Get("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void TryAuthorize_WhenRefusedWithoutStale_GivesUp()
    {
        var verifier = Verifier(DigestAlgorithm.Md5);
        var request = Register();
        var wrong = new DigestClient("phone1", "wrong");
        Assert.True(wrong.TryAuthorize(Challenge(verifier), request));

        Assert.False(wrong.TryAuthorize(Challenge(verifier), request));
        Assert.True(wrong.TryAuthorize(Challenge(verifier, DigestVerdict.Stale), request));
    }

    [Theory]
    [InlineData("phone1", "wrong")]
    [InlineData("nobody", "right horse")]
    public void Verify_WhenUserOrPasswordIsWrong_RejectsAlike(string username, string password)
    {
        var verifier = Verifier(DigestAlgorithm.Sha256);
        var request = Register();
        new DigestClient(username, password).TryAuthorize(Challenge(verifier), request);

        Assert.Equal(DigestVerdict.Rejected, verifier.Verify(request, out var accepted));
        Assert.Null(accepted);
    }

    [Fact]
    public void Verify_WhenMethodOrTargetIsAnother_Rejects()
    {
        var verifier = Verifier(DigestAlgorithm.Md5);
        var register = Register();
        _phone.TryAuthorize(Challenge(verifier), register);
        var invite = new SipRequest(SipMethod.Invite, register.Uri);
        var elsewhere = new SipRequest(SipMethod.Register, SipUri.Parse("sip:other.example.com"));
        invite.Headers.Add(register.Headers.Find("Authorization")!);
        elsewhere.Headers.Add(register.Headers.Find("Authorization")!);

        Assert.Equal(DigestVerdict.Rejected, verifier.Verify(invite, out _));
        Assert.Equal(DigestVerdict.Rejected, verifier.Verify(elsewhere, out _));
    }

    [Fact]
    public void Verify_WhenSentTwice_IsStale()
    {
        var verifier = Verifier(DigestAlgorithm.Md5);
        var request = Register();
        _phone.TryAuthorize(Challenge(verifier), request);
        verifier.Verify(request, out _);

        Assert.Equal(DigestVerdict.Stale, verifier.Verify(request, out _));
    }

    [Fact]
    public void Verify_WhenCountsOvertake_AcceptsEachOnce()
    {
        var verifier = Verifier(DigestAlgorithm.Md5);
        var challenge = Parse(Challenge(verifier));
        var requests = Enumerable.Range(0, 70).Select(_ => Answer(challenge)).ToList();

        Assert.Equal(DigestVerdict.Accepted, verifier.Verify(requests[1], out _));
        Assert.Equal(DigestVerdict.Accepted, verifier.Verify(requests[0], out _));
        Assert.Equal(DigestVerdict.Stale, verifier.Verify(requests[1], out _));
        Assert.Equal(DigestVerdict.Accepted, verifier.Verify(requests[69], out _));
        Assert.Equal(DigestVerdict.Stale, verifier.Verify(requests[3], out _));
        Assert.Equal(DigestVerdict.Accepted, verifier.Verify(requests[10], out _));
    }

    [Fact]
    public void Verify_WhenDigestIsWrong_DoesNotUseUpTheCount()
    {
        var verifier = Verifier(DigestAlgorithm.Md5);
        var good = Answer(Parse(Challenge(verifier)));
        var text = good.Headers.Get("Authorization")!;
        var forged = Register();
        forged.Headers.Add("Authorization", text.Replace("response=\"", "response=\"0", StringComparison.Ordinal));

        Assert.Equal(DigestVerdict.Rejected, verifier.Verify(forged, out _));
        Assert.Equal(DigestVerdict.Accepted, verifier.Verify(good, out _));
    }

    [Fact]
    public void Verify_WhenNonceIsTooOld_IsStaleAndTheNextChallengeSaysSo()
    {
        var verifier = Verifier(DigestAlgorithm.Md5);
        var request = Register();
        _phone.TryAuthorize(Challenge(verifier), request);
        _clock.Advance(TimeSpan.FromMinutes(6));

        var verdict = verifier.Verify(request, out _);

        Assert.Equal(DigestVerdict.Stale, verdict);
        Assert.True(Parse(Challenge(verifier, verdict)).Stale);
    }

    [Fact]
    public void Verify_WhenNonceIsForged_IsNeverAccepted()
    {
        var verifier = Verifier(DigestAlgorithm.Md5);
        var ours = Parse(Challenge(verifier));
        var later = ours with { Nonce = "0f" + ours.Nonce[2..] };

        Assert.Equal(DigestVerdict.Stale, verifier.Verify(Answer(later), out _));
        Assert.Equal(DigestVerdict.Stale, verifier.Verify(Answer(ours with { Nonce = "made up" }), out _));
    }

    [Fact]
    public void Verify_WhenTheTableIsFull_ForgottenNoncesAreStaleNotReusable()
    {
        var verifier = new DigestVerifier(
            new DigestVerifierOptions(Realm) { Algorithms = [DigestAlgorithm.Md5], MaxTrackedNonces = 1 }, _accounts, _clock);
        var first = Answer(Parse(Challenge(verifier)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        var second = Answer(Parse(Challenge(verifier)));

        Assert.Equal(DigestVerdict.Accepted, verifier.Verify(first, out _));
        Assert.Equal(DigestVerdict.Accepted, verifier.Verify(second, out _));
        Assert.Equal(DigestVerdict.Stale, verifier.Verify(first, out _));
    }

    [Theory]
    [InlineData("Basic cGhvbmUxOng=")]
    [InlineData("Digest")]
    [InlineData("Digest username=\"phone1\", username=\"phone2\"")]
    [InlineData("Digest username=\"phone1\", realm=\"clinic\", nonce=\"n\", uri=\"sip:clinic.example.com\", response=\"00\"")]
    [InlineData("Digest username=\"phone1\", realm=\"clinic\", nonce=\"n\", uri=\"sip:clinic.example.com\", response=\"00\", qop=auth, nc=1, cnonce=\"c\"")]
    public void Verify_WhenCredentialsCannotBeUsed_IsMissing(string value)
    {
        var request = Register();
        request.Headers.Add("Authorization", value);

        Assert.Equal(DigestVerdict.Missing, Verifier(DigestAlgorithm.Md5).Verify(request, out _));
    }

    private static SipRequest Register() => new(SipMethod.Register, SipUri.Parse("sip:clinic.example.com"));

    private static DigestChallenge Parse(SipResponse response)
    {
        Assert.True(DigestChallenge.TryParse(response.Headers.Get("WWW-Authenticate")!, out var challenge));
        return challenge;
    }

    private static SipResponse Challenge(DigestVerifier verifier, DigestVerdict verdict = DigestVerdict.Missing)
    {
        var response = new SipResponse(401);
        verifier.Challenge(response, verdict);
        return response;
    }

    private SipRequest Answer(DigestChallenge challenge)
    {
        var request = Register();
        request.Headers.Add("Authorization", _phone.Answer(challenge, request.Method, request.Uri.ToString()).ToString());
        return request;
    }

    private DigestVerifier Verifier(params DigestAlgorithm[] algorithms) =>
        new(new DigestVerifierOptions(Realm) { Algorithms = algorithms }, _accounts, _clock);

    private sealed class Accounts : IDigestAccounts
    {
        private readonly DigestAccount _phone1 = DigestAccount.FromPassword("phone1", Realm, "right horse");

        public DigestAccount? Find(string username) => username == "phone1" ? _phone1 : null;
    }
}
