using System.Diagnostics.CodeAnalysis;
using System.Text;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Authentication;

/// <summary>A WWW-Authenticate or Proxy-Authenticate value (<see href="https://www.rfc-editor.org/rfc/rfc7616#section-3.3">RFC 7616 §3.3</see>).</summary>
/// <param name="Realm">Names the protection space; shown to people.</param>
/// <param name="Nonce">The server's, opaque to the client.</param>
/// <param name="Algorithm">The hash to use.</param>
public sealed record DigestChallenge(string Realm, string Nonce, DigestAlgorithm Algorithm)
{
    /// <summary>Whether qop=auth is offered; without it answers can be replayed.</summary>
    public bool OffersAuth { get; init; } = true;

    /// <summary>To be given back as it is; null where absent.</summary>
    public string? Opaque { get; init; }

    /// <summary>The credentials were good but the nonce is too old: try again without asking anybody.</summary>
    public bool Stale { get; init; }

    /// <summary>Reads a header value; false for other schemes, unknown algorithms and a qop without auth.</summary>
    public static bool TryParse(string value, [NotNullWhen(true)] out DigestChallenge? challenge)
    {
        challenge = null;
        if (!DigestFields.TryParse(value, out var fields) || fields["realm"] is not { } realm || fields["nonce"] is not { } nonce
            || DigestAlgorithms.Read(fields["algorithm"]) is not { } algorithm)
        {
            return false;
        }

        var qop = fields["qop"];
        var offersAuth = qop is not null && CommaList.Split(qop).Contains("auth", StringComparer.OrdinalIgnoreCase);
        if (qop is not null && !offersAuth)
        {
            return false;
        }

        challenge = new DigestChallenge(realm, nonce, algorithm)
        {
            OffersAuth = offersAuth,
            Opaque = fields["opaque"],
            Stale = string.Equals(fields["stale"], "true", StringComparison.OrdinalIgnoreCase),
        };
        return true;
    }

    /// <summary>The header value.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("Digest realm=").Append(SipGrammar.Quote(Realm)).Append(", nonce=").Append(SipGrammar.Quote(Nonce));
        if (Opaque is not null)
        {
            text.Append(", opaque=").Append(SipGrammar.Quote(Opaque));
        }

        text.Append(", algorithm=").Append(Algorithm.Token());
        if (OffersAuth)
        {
            text.Append(", qop=\"auth\"");
        }

        return Stale ? text.Append(", stale=true").ToString() : text.ToString();
    }
}
