using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>URI equality (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-19.1.4">RFC 3261 §19.1.4</see>).</summary>
internal static class SipUriComparison
{
    // These never match when only one of both URIs has them; every other parameter is then ignored.
    private static readonly string[] s_mustBeInBoth = ["user", "ttl", "method", "maddr", "transport"];

    public static bool AreEquivalent(SipUri a, SipUri b)
    {
        if (!string.Equals(a.Scheme, b.Scheme, StringComparison.Ordinal))
        {
            return false;
        }

        if (!a.IsSip)
        {
            return string.Equals(a.Opaque, b.Opaque, StringComparison.OrdinalIgnoreCase);
        }

        return string.Equals(Normalize(a.User), Normalize(b.User), StringComparison.Ordinal)
            && string.Equals(Normalize(a.Password), Normalize(b.Password), StringComparison.Ordinal)
            && string.Equals(a.Host, b.Host, StringComparison.OrdinalIgnoreCase)
            && a.Port == b.Port
            && HaveMatchingParameters(a.Parameters, b.Parameters)
            && HaveSameHeaders(a.Headers, b.Headers);
    }

    private static bool HaveMatchingParameters(SipParameters a, SipParameters b)
    {
        foreach (var name in s_mustBeInBoth)
        {
            if (a.Contains(name) != b.Contains(name))
            {
                return false;
            }
        }

        foreach (var parameter in a)
        {
            if (b.Contains(parameter.Name)
                && !string.Equals(Normalize(parameter.Value ?? string.Empty), Normalize(b[parameter.Name]), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HaveSameHeaders(string? a, string? b)
    {
        if (string.IsNullOrEmpty(a) || string.IsNullOrEmpty(b))
        {
            return string.IsNullOrEmpty(a) && string.IsNullOrEmpty(b);
        }

        return Sorted(a).SequenceEqual(Sorted(b), StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string?> Sorted(string headers) =>
        headers.Split('&').Select(Normalize).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>Undoes escapes of characters that need none; all others get upper-case hex digits.</summary>
    private static string? Normalize(string? text)
    {
        if (text is null || !text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                result.Append(text[i]);
                continue;
            }

            var c = (char)Convert.ToByte(text.Substring(i + 1, 2), 16);
            if (char.IsAsciiLetterOrDigit(c) || "-_.!~*'()".Contains(c, StringComparison.Ordinal))
            {
                result.Append(c);
            }
            else
            {
                result.Append('%').Append(text.Substring(i + 1, 2).ToUpperInvariant());
            }

            i += 2;
        }

        return result.ToString();
    }
}
