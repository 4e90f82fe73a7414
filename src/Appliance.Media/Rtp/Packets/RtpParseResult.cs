namespace Appliance.Media.Rtp.Packets;

/// <summary>What became of a datagram that was read as RTP (RFC 3550 §5.1 and A.1).</summary>
public enum RtpParseResult
{
    /// <summary>A well-formed packet.</summary>
    Ok,

    /// <summary>Shorter than the fixed header, or longer than <see cref="RtpPacket.MaxLength"/>.</summary>
    BadLength,

    /// <summary>A version other than 2.</summary>
    BadVersion,

    /// <summary>A packet type of RTCP (RFC 5761 §4): it does not belong on this port.</summary>
    Rtcp,

    /// <summary>The CSRC list runs over the end.</summary>
    TruncatedSources,

    /// <summary>The header extension runs over the end.</summary>
    TruncatedExtension,

    /// <summary>A padding count of zero, or greater than what follows the header.</summary>
    BadPadding,
}
