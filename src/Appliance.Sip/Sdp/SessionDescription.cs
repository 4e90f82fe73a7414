using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;

namespace Appliance.Sip.Sdp;

/// <summary>A session description (<see href="https://www.rfc-editor.org/rfc/rfc8866">RFC 8866</see>, RFC 4566). Lines are kept in order,
/// known or not, so that what was read can be written again.</summary>
/// <param name="Lines">Session level: all before the first <c>m=</c>.</param>
/// <param name="Media">The sections in order; answers must keep their number and order.</param>
public sealed record SessionDescription(IReadOnlyList<SdpLine> Lines, IReadOnlyList<SdpMedia> Media)
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "application/sdp";

    /// <summary>The session's <c>c=</c>; null where there is none.</summary>
    public IPAddress? Connection => SdpLines.Connection(Lines);

    /// <summary>The session's direction; null where none is stated.</summary>
    public MediaDirection? Direction => SdpLines.Direction(Lines);

    /// <summary>The value of the first line of that letter, or null.</summary>
    public string? Line(char type)
    {
        foreach (var line in Lines)
        {
            if (line.Type == type)
            {
                return line.Value;
            }
        }

        return null;
    }

    /// <summary>The address media goes to: the section's, else the session's; null where neither states one.</summary>
    public IPAddress? ConnectionOf(SdpMedia media) => media.Connection ?? Connection;

    /// <summary>The section's direction, else the session's, else both ways.</summary>
    public MediaDirection DirectionOf(SdpMedia media) => media.Direction ?? Direction ?? MediaDirection.SendReceive;

    /// <summary>Reads a body; the last line may lack its line break.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out SessionDescription? description) =>
        SdpParser.TryParse(Encoding.UTF8.GetString(body), out description);

    /// <summary>Reads a description that is known to be good.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SessionDescription Parse(string text) =>
        SdpParser.TryParse(text, out var description) ? description : throw new FormatException("Not a session description.");

    /// <summary>Wire form, UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <summary>Wire form; every line ends with CRLF.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, Lines);
        foreach (var media in Media)
        {
            text.Append("m=").Append(media).Append("\r\n");
            Append(text, media.Lines);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<SdpLine> lines)
    {
        foreach (var line in lines)
        {
            text.Append(line.Type).Append('=').Append(line.Value).Append("\r\n");
        }
    }
}
