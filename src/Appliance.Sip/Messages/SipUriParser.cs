using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Appliance.Sip.Messages;

/// <summary>The URI grammar of <see href="https://www.rfc-editor.org/rfc/rfc3261#section-25.1">RFC 3261 §25.1</see>.</summary>
internal static class SipUriParser
{
    // Never part of a URI, escaped or not; they would break out of the place the URI is written to.
    private static readonly SearchValues<char> s_forbidden = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x21).Select(c => (char)c)) + "\x7f<>\"");

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SipUri? uri)
    {
        uri = null;
        var colon = text.IndexOf(':');
        if (colon <= 0 || colon == text.Length - 1 || text.ContainsAny(s_forbidden) || !IsScheme(text[..colon]))
        {
            return false;
        }

        var rest = text[(colon + 1)..];
        if (text[..colon].Equals("sip", StringComparison.OrdinalIgnoreCase))
        {
            return TryParseSip("sip", rest, out uri);
        }

        if (text[..colon].Equals("sips", StringComparison.OrdinalIgnoreCase))
        {
            return TryParseSip("sips", rest, out uri);
        }

        uri = new SipUri(string.Empty) { Scheme = Lower(text[..colon]), Opaque = rest.ToString() };
        return true;
    }

    private static bool TryParseSip(string scheme, ReadOnlySpan<char> text, [NotNullWhen(true)] out SipUri? uri)
    {
        uri = null;
        string? user = null;
        string? password = null;

        // '@' stands unescaped only behind the userinfo, which may itself hold ';' and '?'.
        var at = text.IndexOf('@');
        if (at >= 0)
        {
            var userInfo = text[..at];
            var colon = userInfo.IndexOf(':');
            user = (colon < 0 ? userInfo : userInfo[..colon]).ToString();
            password = colon < 0 ? null : userInfo[(colon + 1)..].ToString();
            text = text[(at + 1)..];

            // Lenient: gateways without caller ID send an empty user.
            if (!HasGoodEscapes(userInfo) || text.Contains('@'))
            {
                return false;
            }
        }

        string? headers = null;
        var question = text.IndexOf('?');
        if (question >= 0)
        {
            headers = text[(question + 1)..].ToString();
            text = text[..question];
        }

        var semicolon = text.IndexOf(';');
        var parameters = SipParameters.Empty;
        if (semicolon >= 0)
        {
            if (!SipParametersParser.TryParseUri(text[(semicolon + 1)..], out parameters))
            {
                return false;
            }

            text = text[..semicolon];
        }

        if (!SipHost.TryParse(text, out var host, out var port))
        {
            return false;
        }

        uri = new SipUri(host)
        {
            Scheme = scheme,
            User = user,
            Password = password,
            Port = port,
            Parameters = parameters,
            Headers = headers,
        };
        return true;
    }

    private static bool HasGoodEscapes(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%'))
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
            {
                return false;
            }

            text = text[(at + 3)..];
        }

        return true;
    }

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(text[0]);
    }

    private static string Lower(ReadOnlySpan<char> text)
    {
        Span<char> lower = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        text.ToLowerInvariant(lower);
        return lower.ToString();
    }
}
