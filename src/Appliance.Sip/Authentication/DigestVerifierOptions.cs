namespace Appliance.Sip.Authentication;

/// <summary>Settings of a <see cref="DigestVerifier"/>.</summary>
/// <param name="Realm">Part of every secret, so it cannot change without new secrets.</param>
public sealed record DigestVerifierOptions(string Realm)
{
    /// <summary>One challenge for each, in this order; default SHA-256, MD5 (RFC 8760 §2.1). Give MD5 alone for phones that
    /// stumble over a second challenge.</summary>
    public IReadOnlyList<DigestAlgorithm> Algorithms { get; init; } = [DigestAlgorithm.Sha256, DigestAlgorithm.Md5];

    /// <summary>How long a nonce is good; 10 s…24 h, default 5 min.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Nonces whose use is remembered at once; 16…1,000,000, default 10,000. Only users who proved their password take
    /// a place; the oldest gives way and is then stale.</summary>
    public int MaxTrackedNonces { get; init; } = 10_000;
}
