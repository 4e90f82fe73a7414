namespace Appliance.Sip.Authentication;

/// <summary>What the server keeps of a user: H(A1) for each hash, never the password.</summary>
/// <param name="Username">The account.</param>
/// <param name="SecretMd5">H(A1) with MD5, lower-case hex.</param>
/// <param name="SecretSha256">H(A1) with SHA-256, lower-case hex.</param>
public sealed record DigestAccount(string Username, string SecretMd5, string SecretSha256)
{
    /// <summary>Derives the secrets.</summary>
    public static DigestAccount FromPassword(string username, string realm, string password) => new(
        username,
        DigestHash.Secret(DigestAlgorithm.Md5, username, realm, password),
        DigestHash.Secret(DigestAlgorithm.Sha256, username, realm, password));

    /// <summary>H(A1) for that hash.</summary>
    public string Secret(DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Md5 ? SecretMd5 : SecretSha256;

    /// <summary>Without the secrets: logs must not hold them.</summary>
    public override string ToString() => nameof(DigestAccount);
}

/// <summary>Where a <see cref="DigestVerifier"/> finds users; called on any thread.</summary>
public interface IDigestAccounts
{
    /// <summary>The account, or null.</summary>
    DigestAccount? Find(string username);
}
