using Appliance.Sip.Authentication;

namespace Appliance.Host.Options;

/// <summary>A device that may register: its password in a file, or the digests of it.</summary>
/// <param name="User">User part of its address, e.g. "desk1".</param>
public sealed record SipAccountOptions(string User)
{
    /// <summary>File whose first line is the password; only its owner may read it. Default null: the digests are given.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>MD5 of "user:realm:password" in 32 hex digits. Default null: a password file is given.</summary>
    public string? DigestMd5 { get; init; }

    /// <summary>SHA-256 of "user:realm:password" in 64 hex digits. Default null: a password file is given.</summary>
    public string? DigestSha256 { get; init; }

    /// <summary>The one hash that the device is challenged with. Default MD5, which every phone knows.</summary>
    public DigestAlgorithm Challenge { get; init; } = DigestAlgorithm.Md5;

    /// <summary>Only the user: the rest are secrets.</summary>
    public override string ToString() => User;

    internal IEnumerable<string> Problems(string at)
    {
        if (User.Length is 0 or > 64 || !User.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            yield return $"{at}.user must be 1 to 64 of A-Z a-z 0-9 . - _";
        }

        var hasDigests = DigestMd5 is not null && DigestSha256 is not null;
        if (PasswordFile is null ? !hasDigests : DigestMd5 is not null || DigestSha256 is not null)
        {
            yield return $"{at} needs either passwordFile or both digestMd5 and digestSha256.";
        }

        if (DigestMd5 is not null && !IsHex(DigestMd5, 32))
        {
            yield return $"{at}.digestMd5 must be 32 hex digits.";
        }

        if (DigestSha256 is not null && !IsHex(DigestSha256, 64))
        {
            yield return $"{at}.digestSha256 must be 64 hex digits.";
        }
    }

    private static bool IsHex(string value, int length) => value.Length == length && value.All(char.IsAsciiHexDigit);
}
