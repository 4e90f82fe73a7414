using System.Security.Cryptography;
using System.Text;

namespace Appliance.Sip.Authentication;

/// <summary>The arithmetic of digests (<see href="https://www.rfc-editor.org/rfc/rfc7616#section-3.4.1">RFC 7616 §3.4.1</see>); results are
/// lower-case hex.</summary>
public static class DigestHash
{
    /// <summary>H(A1): what a server may keep in the place of a password.</summary>
    public static string Secret(DigestAlgorithm algorithm, string username, string realm, string password) =>
        Hash(algorithm, username + ":" + realm + ":" + password);

    /// <summary>The response; with qop=auth over nonce count and client nonce, without as in RFC 2069.</summary>
    /// <param name="secret">H(A1) of the credentials' algorithm.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="credentials">Everything but the response is used.</param>
    public static string Response(string secret, string method, DigestCredentials credentials)
    {
        var request = Hash(credentials.Algorithm, method + ":" + credentials.Uri);
        var middle = credentials.UsesAuth ? $"{credentials.NonceCount:x8}:{credentials.ClientNonce}:auth:" : string.Empty;
        return Hash(credentials.Algorithm, secret + ":" + credentials.Nonce + ":" + middle + request);
    }

    private static string Hash(DigestAlgorithm algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // RFC 3261 phones know nothing else; the password never travels, and nonces live for minutes.
        return Convert.ToHexStringLower(algorithm == DigestAlgorithm.Md5 ? MD5.HashData(bytes) : SHA256.HashData(bytes));
#pragma warning restore CA5351
    }
}
