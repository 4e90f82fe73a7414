using System.Security.Cryptography;
using System.Text;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Authentication;

/// <summary>The server side of digest authentication (<see href="https://www.rfc-editor.org/rfc/rfc7616">RFC 7616</see>,
/// <see href="https://www.rfc-editor.org/rfc/rfc3261#section-22">RFC 3261 §22</see>): requires qop=auth, keeps no state for strangers, does the
/// same work whether or not the user exists, and never says which part was wrong. Safe on several threads.</summary>
/// <param name="options">Realm, algorithms, lifetimes.</param>
/// <param name="accounts">The users.</param>
/// <param name="clock">Nonces age by it.</param>
public sealed class DigestVerifier(DigestVerifierOptions options, IDigestAccounts accounts, TimeProvider clock)
{
    private readonly NonceFactory _nonces = new(clock);
    private readonly NonceUse _use = new(options.MaxTrackedNonces);

    /// <summary>Checks the Authorization header of this realm.</summary>
    /// <param name="request">The request.</param>
    /// <param name="username">Who it is, where accepted; else null.</param>
    public DigestVerdict Verify(SipRequest request, out string? username)
    {
        username = null;
        var credentials = Find(request);
        if (credentials is null)
        {
            return DigestVerdict.Missing;
        }

        var account = accounts.Find(credentials.Username);
        var secret = account?.Secret(credentials.Algorithm) ?? _nonces.DummySecret(credentials.Username, credentials.Algorithm);
        var expected = DigestHash.Response(secret, request.Method.Name, credentials);
        var isRight = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(credentials.Response.ToLowerInvariant()));
        if (!isRight || account is null || !IsMeantFor(credentials.Uri, request.Uri))
        {
            return DigestVerdict.Rejected;
        }

        var deadBefore = clock.GetUtcNow() - options.NonceLifetime;
        if (_nonces.IssuedAt(credentials.Nonce) is not { } issuedAt || issuedAt < deadBefore
            || !_use.TryUse(credentials.Nonce, issuedAt, credentials.NonceCount, deadBefore))
        {
            return DigestVerdict.Stale;
        }

        username = account.Username;
        return DigestVerdict.Accepted;
    }

    /// <summary>Adds the challenges to a 401.</summary>
    /// <param name="response">The 401.</param>
    /// <param name="verdict">Why it is sent.</param>
    public void Challenge(SipResponse response, DigestVerdict verdict)
    {
        foreach (var algorithm in options.Algorithms)
        {
            var challenge = new DigestChallenge(options.Realm, _nonces.Create(), algorithm) { Stale = verdict == DigestVerdict.Stale };
            response.Headers.Add(SipHeaderNames.WwwAuthenticate, challenge.ToString());
        }
    }

    private DigestCredentials? Find(SipRequest request)
    {
        foreach (var header in request.Headers.All(SipHeaderNames.Authorization))
        {
            if (DigestCredentials.TryParse(header.Value, out var credentials) && credentials.Realm == options.Realm
                && credentials.UsesAuth && options.Algorithms.Contains(credentials.Algorithm))
            {
                return credentials;
            }
        }

        return null;
    }

    /// <summary>The signed URI must name the target; phones differ in port and parameters, so user and host decide.</summary>
    private static bool IsMeantFor(string signed, SipUri target) =>
        SipUri.TryParse(signed, out var uri)
        && string.Equals(uri.UnescapedUser, target.UnescapedUser, StringComparison.Ordinal)
        && string.Equals(uri.Host, target.Host, StringComparison.OrdinalIgnoreCase);
}
