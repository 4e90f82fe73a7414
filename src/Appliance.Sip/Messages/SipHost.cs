using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Appliance.Sip.Messages;

/// <summary><c>host[:port]</c> as in URIs and Via: names, IPv4, bracketed IPv6.</summary>
internal static class SipHost
{
    /// <summary>Reads <paramref name="text"/> whole; IPv6 comes back without brackets.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out string host, out int? port)
    {
        host = string.Empty;
        port = null;
        ReadOnlySpan<char> name;
        ReadOnlySpan<char> rest;
        if (text.StartsWith('['))
        {
            var close = text.IndexOf(']');
            if (close < 0)
            {
                return false;
            }

            name = text[1..close];
            rest = text[(close + 1)..].TrimStart();
            if (!IPAddress.TryParse(name, out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
            {
                return false;
            }
        }
        else
        {
            var colon = text.IndexOf(':');
            name = (colon < 0 ? text : text[..colon]).Trim();
            rest = colon < 0 ? default : text[colon..];
            if (!SipGrammar.IsHostName(name))
            {
                return false;
            }
        }

        host = name.ToString();
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] != ':' || !SipGrammar.TryParseNumber(rest[1..].Trim(), IPEndPoint.MaxPort, out var number))
        {
            return false;
        }

        port = (int)number;
        return true;
    }

    public static void Append(StringBuilder text, string host, int? port)
    {
        if (host.Contains(':', StringComparison.Ordinal))
        {
            text.Append('[').Append(host).Append(']');
        }
        else
        {
            text.Append(host);
        }

        if (port is not null)
        {
            text.Append(':').Append(port.Value);
        }
    }
}
