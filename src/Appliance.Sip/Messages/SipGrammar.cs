using System.Buffers;
using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>Character classes and quoting of <see href="https://www.rfc-editor.org/rfc/rfc3261#section-25.1">RFC 3261 §25.1</see>.</summary>
internal static class SipGrammar
{
    private static readonly SearchValues<char> s_token = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.!%*_+`'~");

    // Names of hosts; underscore is not in the grammar but common in private networks.
    private static readonly SearchValues<char> s_hostName = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._");

    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(s_token);

    public static bool IsTokenChar(char c) => s_token.Contains(c);

    public static bool IsHostName(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(s_hostName);

    public static bool IsWhitespace(char c) => c is ' ' or '\t' or '\r' or '\n';

    /// <summary>Digits only, value at most <paramref name="max"/>; leading zeros are allowed (RFC 4475 §3.1.1.1).</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, uint max, out uint value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        ulong sum = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            sum = (sum * 10) + (uint)(c - '0');
            if (sum > max)
            {
                return false;
            }
        }

        value = (uint)sum;
        return true;
    }

    /// <summary>Removes the quotes and undoes quoted-pairs; text without quotes comes back as it is.</summary>
    public static string Unquote(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            return text.ToString();
        }

        var inner = text[1..^1];
        if (!inner.Contains('\\'))
        {
            return inner.ToString();
        }

        var result = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length)
            {
                i++;
            }

            result.Append(inner[i]);
        }

        return result.ToString();
    }

    public static string Quote(string text) =>
        text.AsSpan().ContainsAny('"', '\\')
            ? "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""
            : "\"" + text + "\"";
}
