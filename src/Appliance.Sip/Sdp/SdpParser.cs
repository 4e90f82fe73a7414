using System.Diagnostics.CodeAnalysis;
using System.Net;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Sdp;

/// <summary>Reads SDP text; the bounds keep a hostile body from costing more than its bytes.</summary>
internal static class SdpParser
{
    private const int MaxLines = 1_000;
    private const int MaxMedia = 32;

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SessionDescription? description)
    {
        description = null;
        var session = new List<SdpLine>();
        var media = new List<SdpMedia>();
        var lines = session;
        var count = 0;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].TrimEnd('\r');
            if (line.IsEmpty)
            {
                continue;
            }

            if (++count > MaxLines || line.Length < 2 || line[1] != '=' || !char.IsAsciiLetter(line[0]) || line.Contains('\r'))
            {
                return false;
            }

            if (line[0] != 'm')
            {
                lines.Add(new SdpLine(line[0], line[2..].ToString()));
                continue;
            }

            lines = [];
            if (media.Count == MaxMedia || ParseMedia(line[2..].ToString(), lines) is not { } section)
            {
                return false;
            }

            media.Add(section);
        }

        // v= opens every description and has only ever had one value.
        if (session.Count == 0 || session[0] != new SdpLine('v', "0"))
        {
            return false;
        }

        description = new SessionDescription(session, media);
        return true;
    }

    private static SdpMedia? ParseMedia(string value, List<SdpLine> lines)
    {
        var parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 4)
        {
            return null;
        }

        var ports = parts[1].Split('/');
        uint portCount = 0;
        if (ports.Length > 2 || !SipGrammar.TryParseNumber(ports[0], IPEndPoint.MaxPort, out var port)
            || (ports.Length == 2 && !SipGrammar.TryParseNumber(ports[1], IPEndPoint.MaxPort, out portCount)))
        {
            return null;
        }

        return new SdpMedia(parts[0], (int)port, parts[2], parts[3..])
        {
            PortCount = ports.Length == 2 ? (int)portCount : null,
            Lines = lines,
        };
    }
}
