namespace Appliance.Sip.Sdp;

/// <summary>An audio format that can be offered (<see href="https://www.rfc-editor.org/rfc/rfc3551#section-6">RFC 3551 §6</see>).</summary>
/// <param name="Name">Encoding name of the rtpmap; compared without case.</param>
/// <param name="PayloadType">The static payload number.</param>
/// <param name="ClockRate">RTP clock, Hz.</param>
public sealed record AudioCodec(string Name, int PayloadType, int ClockRate)
{
    /// <summary>G.711 µ-law.</summary>
    public static AudioCodec Pcmu { get; } = new("PCMU", 0, 8_000);

    /// <summary>G.711 A-law.</summary>
    public static AudioCodec Pcma { get; } = new("PCMA", 8, 8_000);
}
