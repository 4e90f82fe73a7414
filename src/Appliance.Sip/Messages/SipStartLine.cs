using System.Text;

namespace Appliance.Sip.Messages;

/// <summary>Reads request and status lines (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-7.1">RFC 3261 §7.1</see>, §7.2).</summary>
internal static class SipStartLine
{
    /// <summary>The message that the line starts, without headers; with <see cref="SipParseError.UnsupportedVersion"/> a request
    /// comes back too, so that it can be answered.</summary>
    public static SipParseError Parse(ReadOnlySpan<byte> bytes, out SipMessage? message)
    {
        message = null;
        ReadOnlySpan<char> line = Encoding.UTF8.GetString(bytes);
        if (!line.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase))
        {
            // Lenient: white space behind the version is harmless (RFC 4475 §3.1.2.10).
            line = line.TrimEnd();
        }

        return line.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase)
            ? ParseStatusLine(line, out message)
            : ParseRequestLine(line, out message);
    }

    private static SipParseError ParseRequestLine(ReadOnlySpan<char> line, out SipMessage? message)
    {
        message = null;
        var first = line.IndexOf(' ');
        var last = line.LastIndexOf(' ');
        if (first <= 0 || last <= first || !SipGrammar.IsToken(line[..first]))
        {
            return SipParseError.BadStartLine;
        }

        var version = line[(last + 1)..];
        if (!version.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase))
        {
            return SipParseError.BadStartLine;
        }

        var method = SipMethod.From(line[..first]);
        if (!SipUri.TryParse(line[(first + 1)..last], out var uri) || uri.Headers is not null)
        {
            // Headers may not stand in a Request-URI (RFC 3261 §19.1.1, RFC 4475 §3.1.2.11): they could smuggle a Route in.
            // A stand-in URI, so that the headers can still be read and the sender told.
            message = new SipRequest(method, new SipUri("invalid"));
            return SipParseError.BadRequestUri;
        }

        message = new SipRequest(method, uri);
        return version.Equals(SipMessage.Version, StringComparison.OrdinalIgnoreCase)
            ? SipParseError.None
            : SipParseError.UnsupportedVersion;
    }

    private static SipParseError ParseStatusLine(ReadOnlySpan<char> line, out SipMessage? message)
    {
        message = null;
        var space = line.IndexOf(' ');
        if (space < 0)
        {
            return SipParseError.BadStartLine;
        }

        if (!line[..space].Equals(SipMessage.Version, StringComparison.OrdinalIgnoreCase))
        {
            return SipParseError.UnsupportedVersion;
        }

        // The space before an empty reason is required, but some leave it out (RFC 4475 §3.1.1.13 has it).
        var rest = line[(space + 1)..];
        var end = rest.IndexOf(' ');
        var digits = end < 0 ? rest : rest[..end];
        if (digits.Length != 3 || !SipGrammar.TryParseNumber(digits, 699, out var status) || status < 100)
        {
            return SipParseError.BadStartLine;
        }

        message = new SipResponse((int)status, end < 0 ? string.Empty : rest[(end + 1)..].ToString());
        return SipParseError.None;
    }
}
