using System.Buffers.Binary;

namespace Appliance.Media.Rtp.Packets;

/// <summary>A view on a received RTP packet (RFC 3550 §5.1); it lives as long as the datagram's buffer.</summary>
public readonly ref struct RtpPacket
{
    /// <summary>Longest datagram that is looked at, in bytes.</summary>
    public const int MaxLength = 1500;

    private RtpPacket(RtpHeader header, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> extension, ushort profile, int sources)
    {
        Header = header;
        Payload = payload;
        Extension = extension;
        ExtensionProfile = profile;
        ContributingSources = sources;
    }

    /// <summary>Fixed header.</summary>
    public RtpHeader Header { get; }

    /// <summary>Payload without padding.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Body of the header extension (§5.3.1); empty when there is none.</summary>
    public ReadOnlySpan<byte> Extension { get; }

    /// <summary>The 16 bits that name the extension; 0 when there is none.</summary>
    public ushort ExtensionProfile { get; }

    /// <summary>Number of CSRC identifiers, 0 to 15.</summary>
    public int ContributingSources { get; }

    /// <summary>Reads a datagram; <paramref name="packet"/> is only meaningful when the result is Ok.</summary>
    public static RtpParseResult TryParse(ReadOnlySpan<byte> datagram, out RtpPacket packet)
    {
        packet = default;
        if (datagram.Length is < RtpHeader.Length or > MaxLength)
        {
            return RtpParseResult.BadLength;
        }

        if (datagram[0] >> 6 != 2)
        {
            return RtpParseResult.BadVersion;
        }

        if (datagram[1] is >= 192 and <= 223)
        {
            return RtpParseResult.Rtcp;
        }

        var sources = datagram[0] & 0x0F;
        var offset = RtpHeader.Length + (4 * sources);
        if (offset > datagram.Length)
        {
            return RtpParseResult.TruncatedSources;
        }

        ReadOnlySpan<byte> extension = default;
        ushort profile = 0;
        if ((datagram[0] & 0x10) != 0)
        {
            if (offset + 4 > datagram.Length)
            {
                return RtpParseResult.TruncatedExtension;
            }

            profile = BinaryPrimitives.ReadUInt16BigEndian(datagram[offset..]);
            var length = 4 * BinaryPrimitives.ReadUInt16BigEndian(datagram[(offset + 2)..]);
            offset += 4;
            if (offset + length > datagram.Length)
            {
                return RtpParseResult.TruncatedExtension;
            }

            extension = datagram.Slice(offset, length);
            offset += length;
        }

        var end = datagram.Length;
        if ((datagram[0] & 0x20) != 0)
        {
            var padding = datagram[^1];
            if (padding == 0 || padding > end - offset)
            {
                return RtpParseResult.BadPadding;
            }

            end -= padding;
        }

        var header = new RtpHeader(
            (byte)(datagram[1] & 0x7F),
            (datagram[1] & 0x80) != 0,
            BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(datagram[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(datagram[8..]));
        packet = new RtpPacket(header, datagram[offset..end], extension, profile, sources);
        return RtpParseResult.Ok;
    }
}
