using Appliance.Sip.Messages;

namespace Appliance.Sip.Sdp;

/// <summary>One format of an RTP section with its rtpmap (<see href="https://www.rfc-editor.org/rfc/rfc8866#section-6.6">RFC 8866 §6.6</see>).</summary>
/// <param name="PayloadType">0…127.</param>
/// <param name="Name">Encoding name.</param>
/// <param name="ClockRate">Hz.</param>
/// <param name="Channels">Usually 1.</param>
internal sealed record RtpFormat(int PayloadType, string Name, int ClockRate, int Channels)
{
    private const int MaxPayloadType = 127;

    // No sane offer has more; each costs a search through the section's attributes.
    private const int MaxFormats = 64;

    // RFC 3551 §6: these may be offered without an rtpmap.
    private static readonly AudioCodec[] s_static = [AudioCodec.Pcmu, AudioCodec.Pcma];

    /// <summary>The section's known formats in its order; numbers without a meaning are left out.</summary>
    public static List<RtpFormat> Of(SdpMedia media)
    {
        var formats = new List<RtpFormat>();
        foreach (var text in media.Formats.Take(MaxFormats))
        {
            if (SipGrammar.TryParseNumber(text, MaxPayloadType, out var number)
                && (Mapped(media, text, (int)number) ?? Static((int)number)) is { } format)
            {
                formats.Add(format);
            }
        }

        return formats;
    }

    public bool Is(AudioCodec codec) => Is(codec.Name, codec.ClockRate) && Channels == 1;

    public bool Is(string name, int clockRate) => ClockRate == clockRate && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static RtpFormat? Static(int number) =>
        s_static.FirstOrDefault(c => c.PayloadType == number) is { } codec ? new RtpFormat(number, codec.Name, codec.ClockRate, 1) : null;

    private static RtpFormat? Mapped(SdpMedia media, string text, int number)
    {
        foreach (var map in media.Attributes("rtpmap"))
        {
            var space = map.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || map[..space] != text)
            {
                continue;
            }

            var parts = map[(space + 1)..].Trim().Split('/');
            uint channels = 1;
            if (parts.Length is 2 or 3 && SipGrammar.TryParseNumber(parts[1], int.MaxValue, out var clock)
                && (parts.Length == 2 || SipGrammar.TryParseNumber(parts[2], 255, out channels)))
            {
                return new RtpFormat(number, parts[0], (int)clock, (int)channels);
            }
        }

        return null;
    }
}
