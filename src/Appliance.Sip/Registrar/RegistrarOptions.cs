using Appliance.Sip.Authentication;

namespace Appliance.Sip.Registrar;

/// <summary>Settings of a <see cref="SipRegistrar"/>.</summary>
/// <param name="Realm">Part of every secret; see <see cref="DigestVerifierOptions"/>.</param>
public sealed record RegistrarOptions(string Realm)
{
    /// <summary>Shortest registration taken (423 below). Range 1 s – 1 h; default 60 s.</summary>
    public TimeSpan MinExpires { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Granted where a device asks for no time. Range min – max; default 1 h.</summary>
    public TimeSpan DefaultExpires { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Longest granted; more is cut to it. Range min – 24 h; default 2 h.</summary>
    public TimeSpan MaxExpires { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Most contacts of one account (403 above). Range 1 – 64; default 8.</summary>
    public int MaxContacts { get; init; } = 8;

    /// <summary>Challenge for users that do not exist; should be that of most accounts, so that it tells nothing. Default MD5.</summary>
    public DigestAlgorithm DefaultChallenge { get; init; } = DigestAlgorithm.Md5;

    /// <summary>How long a nonce is good; 10 s – 24 h, default 5 min.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);
}
