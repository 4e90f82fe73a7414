namespace Appliance.Media.Codecs;

/// <summary>Audio codecs on the line (RFC 3551 §4.5.14); both are 8 kHz, 8 bits per sample.</summary>
public enum RtpCodec
{
    /// <summary>G.711 µ-law, static payload type 0.</summary>
    Pcmu,

    /// <summary>G.711 A-law, static payload type 8.</summary>
    Pcma,
}

/// <summary>The encoding names that SDP uses for <see cref="RtpCodec"/> (RFC 3551 §6).</summary>
public static class RtpCodecNames
{
    /// <summary>"PCMU" or "PCMA".</summary>
    public static string ToEncodingName(this RtpCodec codec) => codec is RtpCodec.Pcmu ? "PCMU" : "PCMA";

    /// <summary>Reads an encoding name in any case; false when the codec is not supported.</summary>
    public static bool TryParse(string encodingName, out RtpCodec codec)
    {
        codec = string.Equals(encodingName, "PCMA", StringComparison.OrdinalIgnoreCase) ? RtpCodec.Pcma : RtpCodec.Pcmu;
        return codec is RtpCodec.Pcma || string.Equals(encodingName, "PCMU", StringComparison.OrdinalIgnoreCase);
    }
}
