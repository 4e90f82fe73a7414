using System.Security.Cryptography;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Authentication;

/// <summary>Answers challenges with one user's password (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-22">RFC 3261 §22</see>);
/// safe on several threads.</summary>
/// <param name="username">The account.</param>
/// <param name="password">Its password.</param>
public sealed class DigestClient(string username, string password)
{
    private readonly Lock _lock = new();
    private string? _lastNonce;
    private uint _count;

    /// <summary>Puts credentials on a request that repeats a challenged one; the caller gives it a new branch and CSeq.</summary>
    /// <param name="challenge">The 401 or 407.</param>
    /// <param name="request">The repeated request; earlier credentials for the same kind of challenge are replaced.</param>
    /// <returns>False where no challenge can be answered, or where the same credentials were refused before and the nonce was not
    /// stale: the password is wrong, and trying on would only lock the account.</returns>
    public bool TryAuthorize(SipResponse challenge, SipRequest request)
    {
        var isProxy = challenge.Status == 407;
        var answerName = isProxy ? SipHeaderNames.ProxyAuthorization : SipHeaderNames.Authorization;
        var best = Best(challenge.Headers.All(isProxy ? SipHeaderNames.ProxyAuthenticate : SipHeaderNames.WwwAuthenticate));
        if (best is null || (!best.Stale && WasRefused(request.Headers.All(answerName), best.Realm)))
        {
            return false;
        }

        request.Headers.Set(answerName, Answer(best, request.Method, request.Uri.ToString()).ToString());
        return true;
    }

    /// <summary>Credentials for one challenge; the nonce count goes on while the server repeats its nonce.</summary>
    public DigestCredentials Answer(DigestChallenge challenge, SipMethod method, string uri)
    {
        var credentials = new DigestCredentials(username, challenge.Realm, challenge.Nonce, uri, string.Empty, challenge.Algorithm)
        {
            UsesAuth = challenge.OffersAuth,
            NonceCount = challenge.OffersAuth ? NextCount(challenge.Nonce) : 0,
            ClientNonce = challenge.OffersAuth ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) : string.Empty,
            Opaque = challenge.Opaque,
        };
        var secret = DigestHash.Secret(challenge.Algorithm, username, challenge.Realm, password);
        return credentials with { Response = DigestHash.Response(secret, method.Name, credentials) };
    }

    private static DigestChallenge? Best(IEnumerable<SipHeader> headers)
    {
        DigestChallenge? best = null;
        foreach (var header in headers)
        {
            if (DigestChallenge.TryParse(header.Value, out var challenge) && (best is null || challenge.Algorithm > best.Algorithm))
            {
                best = challenge;
            }
        }

        return best;
    }

    private bool WasRefused(IEnumerable<SipHeader> answers, string realm) =>
        answers.Any(h => DigestCredentials.TryParse(h.Value, out var sent) && sent.Realm == realm && sent.Username == username);

    private uint NextCount(string nonce)
    {
        lock (_lock)
        {
            _count = nonce == _lastNonce ? _count + 1 : 1;
            _lastNonce = nonce;
            return _count;
        }
    }
}
