namespace Appliance.Sip.Authentication;

/// <summary>Hash of a digest (<see href="https://www.rfc-editor.org/rfc/rfc7616#section-3.2">RFC 7616 §3.2</see>, RFC 8760).</summary>
public enum DigestAlgorithm
{
    /// <summary>All that many desk phones can do.</summary>
    Md5,

    /// <summary>Preferred where both sides have it.</summary>
    Sha256,
}

/// <summary>Names on the wire.</summary>
public static class DigestAlgorithms
{
    /// <summary>The token of the algorithm parameter.</summary>
    public static string Token(this DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Md5 ? "MD5" : "SHA-256";

    /// <summary>Null for what is not supported, such as the -sess variants; no parameter means MD5.</summary>
    public static DigestAlgorithm? Read(string? token) => token switch
    {
        null => DigestAlgorithm.Md5,
        _ when token.Equals("MD5", StringComparison.OrdinalIgnoreCase) => DigestAlgorithm.Md5,
        _ when token.Equals("SHA-256", StringComparison.OrdinalIgnoreCase) => DigestAlgorithm.Sha256,
        _ => null,
    };
}
