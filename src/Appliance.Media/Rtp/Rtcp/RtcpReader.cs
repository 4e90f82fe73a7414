using System.Buffers.Binary;

namespace Appliance.Media.Rtp.Rtcp;

/// <summary>RTCP packet types (RFC 3550 §12.1).</summary>
public enum RtcpPacketType
{
    /// <summary>SR.</summary>
    SenderReport = 200,

    /// <summary>RR.</summary>
    ReceiverReport = 201,

    /// <summary>SDES.</summary>
    SourceDescription = 202,

    /// <summary>BYE.</summary>
    Goodbye = 203,

    /// <summary>APP.</summary>
    Application = 204,
}

/// <summary>
/// Walks the packets of a compound RTCP datagram (RFC 3550 §6.1). The whole datagram is checked as A.2 asks before the
/// first packet is given, so a damaged one gives nothing.
/// </summary>
public ref struct RtcpReader
{
    private ReadOnlySpan<byte> _rest;

    private RtcpReader(ReadOnlySpan<byte> datagram) => _rest = datagram;

    /// <summary>Type of the current packet.</summary>
    public RtcpPacketType Type { get; private set; }

    /// <summary>Count field of the current packet: report blocks, chunks or sources.</summary>
    public int Count { get; private set; }

    /// <summary>What follows the 4-byte header, without padding.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>Checks the datagram; false when it is not a valid compound packet.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> datagram, out RtcpReader reader)
    {
        reader = default;
        if (datagram.Length is < 8 or > 1500 || datagram[1] is not (200 or 201) || (datagram[0] & 0x20) != 0)
        {
            return false;
        }

        var rest = datagram;
        while (!rest.IsEmpty)
        {
            if (rest.Length < 4 || rest[0] >> 6 != 2)
            {
                return false;
            }

            var length = LengthOf(rest);
            var padded = (rest[0] & 0x20) != 0;
            // Only the last packet may be padded, and not with more than it holds.
            if (length > rest.Length
                || (padded && (length != rest.Length || rest[^1] == 0 || rest[^1] > length - 4 || rest[^1] % 4 != 0)))
            {
                return false;
            }

            rest = rest[length..];
        }

        reader = new RtcpReader(datagram);
        return true;
    }

    /// <summary>Moves to the next packet; false at the end.</summary>
    public bool Read()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var length = LengthOf(_rest);
        var padding = (_rest[0] & 0x20) != 0 ? _rest[length - 1] : 0;
        Type = (RtcpPacketType)_rest[1];
        Count = _rest[0] & 0x1F;
        Body = _rest[4..(length - padding)];
        _rest = _rest[length..];
        return true;
    }

    /// <summary>SSRC of the one who sent the current packet; false when it has none.</summary>
    public readonly bool TryReadSsrc(out uint ssrc) => BinaryPrimitives.TryReadUInt32BigEndian(Body, out ssrc);

    /// <summary>The sender's part, when the current packet is an SR that holds one.</summary>
    public readonly bool TryReadSenderInfo(out SenderInfo info)
    {
        var there = Type is RtcpPacketType.SenderReport && Body.Length >= 4 + SenderInfo.Length;
        info = there ? SenderInfo.Read(Body[4..]) : default;
        return there;
    }

    /// <summary>Report block by index, when the current packet is an SR or RR that holds it.</summary>
    public readonly bool TryReadReport(int index, out ReportBlock report)
    {
        var start = Type switch
        {
            RtcpPacketType.SenderReport => 4 + SenderInfo.Length,
            RtcpPacketType.ReceiverReport => 4,
            _ => Body.Length,
        };
        var offset = start + (index * ReportBlock.Length);
        var there = index < Count && offset + ReportBlock.Length <= Body.Length;
        report = there ? ReportBlock.Read(Body[offset..]) : default;
        return there;
    }

    /// <summary>Whether the current packet is a BYE that names the source.</summary>
    public readonly bool IsGoodbyeOf(uint ssrc)
    {
        for (var i = 0; Type is RtcpPacketType.Goodbye && i < Count && (4 * i) + 4 <= Body.Length; i++)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(Body[(4 * i)..]) == ssrc)
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthOf(ReadOnlySpan<byte> packet) => 4 * (BinaryPrimitives.ReadUInt16BigEndian(packet[2..]) + 1);
}
