using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Authentication;

/// <summary>An Authorization or Proxy-Authorization value (<see href="https://www.rfc-editor.org/rfc/rfc7616#section-3.4">RFC 7616 §3.4</see>).</summary>
/// <param name="Username">Who claims to ask.</param>
/// <param name="Realm">From the challenge.</param>
/// <param name="Nonce">From the challenge.</param>
/// <param name="Uri">The Request-URI as the client saw it.</param>
/// <param name="Response">Lower-case hex.</param>
/// <param name="Algorithm">From the challenge.</param>
public sealed record DigestCredentials(string Username, string Realm, string Nonce, string Uri, string Response, DigestAlgorithm Algorithm)
{
    /// <summary>Whether qop=auth was used; then <see cref="NonceCount"/> and <see cref="ClientNonce"/> are set.</summary>
    public bool UsesAuth { get; init; }

    /// <summary>How often the nonce was used, from 1; 0 without qop.</summary>
    public uint NonceCount { get; init; }

    /// <summary>The client's own nonce; empty without qop.</summary>
    public string ClientNonce { get; init; } = string.Empty;

    /// <summary>From the challenge; null where it had none.</summary>
    public string? Opaque { get; init; }

    /// <summary>Reads a header value; false for other schemes, unknown algorithms or qop, and missing fields.</summary>
    public static bool TryParse(string value, [NotNullWhen(true)] out DigestCredentials? credentials)
    {
        credentials = null;
        if (!DigestFields.TryParse(value, out var fields) || fields["username"] is not { } username || fields["realm"] is not { } realm
            || fields["nonce"] is not { } nonce || fields["uri"] is not { } uri || fields["response"] is not { } response
            || DigestAlgorithms.Read(fields["algorithm"]) is not { } algorithm)
        {
            return false;
        }

        credentials = new DigestCredentials(username, realm, nonce, uri, response, algorithm) { Opaque = fields["opaque"] };
        if (fields["qop"] is not { } qop)
        {
            return true;
        }

        if (!qop.Equals("auth", StringComparison.OrdinalIgnoreCase) || fields["cnonce"] is not { Length: > 0 } clientNonce
            || fields["nc"] is not { Length: 8 } count
            || !uint.TryParse(count, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var nonceCount))
        {
            credentials = null;
            return false;
        }

        credentials = credentials with { UsesAuth = true, NonceCount = nonceCount, ClientNonce = clientNonce };
        return true;
    }

    /// <summary>The header value; qop, nc and algorithm stand without quotes (RFC 7616 §3.4).</summary>
    public override string ToString()
    {
        var text = new StringBuilder("Digest username=").Append(SipGrammar.Quote(Username))
            .Append(", realm=").Append(SipGrammar.Quote(Realm))
            .Append(", nonce=").Append(SipGrammar.Quote(Nonce))
            .Append(", uri=").Append(SipGrammar.Quote(Uri))
            .Append(", response=\"").Append(Response)
            .Append("\", algorithm=").Append(Algorithm.Token());
        if (Opaque is not null)
        {
            text.Append(", opaque=").Append(SipGrammar.Quote(Opaque));
        }

        if (UsesAuth)
        {
            text.Append(", qop=auth, nc=").Append(NonceCount.ToString("x8"))
                .Append(", cnonce=").Append(SipGrammar.Quote(ClientNonce));
        }

        return text.ToString();
    }
}
