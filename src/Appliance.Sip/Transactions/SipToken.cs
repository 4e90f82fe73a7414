using System.Security.Cryptography;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Transactions;

/// <summary>Random identifiers that a stranger cannot guess (RFC 3261 §19.3 asks for 32 bits at least; these have 80).</summary>
internal static class SipToken
{
    /// <summary>A dialog tag.</summary>
    public static string Tag() => Random();

    /// <summary>A branch that says that this element follows RFC 3261 (§8.1.1.7).</summary>
    public static string Branch() => ViaHeader.MagicCookie + Random();

    /// <summary>A Call-ID; without host part, so that it tells nothing about the box.</summary>
    public static string CallId() => Random() + Random();

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
}
