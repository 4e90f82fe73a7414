using System.Net;

namespace Appliance.Sip.Sdp;

/// <summary>Reads what both the session level and a media section can hold.</summary>
internal static class SdpLines
{
    /// <summary>The address of the first <c>c=</c> line; null where there is none or it is a name
    /// (<see href="https://www.rfc-editor.org/rfc/rfc8866#section-5.7">RFC 8866 §5.7</see>).</summary>
    public static IPAddress? Connection(IReadOnlyList<SdpLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Type == 'c')
            {
                return Address(line.Value);
            }
        }

        return null;
    }

    /// <summary>Reads <c>IN IP4 address[/ttl]</c>.</summary>
    public static IPAddress? Address(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && parts[0] == "IN" && parts[1] is "IP4" or "IP6"
            && IPAddress.TryParse(parts[2].Split('/')[0], out var address)
            ? address
            : null;
    }

    /// <summary>The first direction attribute; null where there is none (<see href="https://www.rfc-editor.org/rfc/rfc8866#section-6.7">RFC 8866 §6.7</see>).</summary>
    public static MediaDirection? Direction(IReadOnlyList<SdpLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Type == 'a' && MediaDirections.Read(line.Value.Trim()) is { } direction)
            {
                return direction;
            }
        }

        return null;
    }

    /// <summary>Values of every attribute of that name.</summary>
    public static IEnumerable<string> Attributes(IReadOnlyList<SdpLine> lines, string name)
    {
        foreach (var line in lines)
        {
            if (line.AttributeValue(name) is { } value)
            {
                yield return value;
            }
        }
    }

    public static string AddressType(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "IP6" : "IP4";
}
