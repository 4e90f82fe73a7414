using System.Buffers.Binary;
using System.Text;

namespace Appliance.Media.Rtp.Rtcp;

/// <summary>Composes a compound RTCP datagram (RFC 3550 §6.1): a report first, then SDES, then BYE if asked.</summary>
public ref struct RtcpWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>An SR when <paramref name="sender"/> is given, else an RR; at most one block (§6.4).</summary>
    public void WriteReport(uint ssrc, SenderInfo? sender, ReportBlock? block)
    {
        var type = sender is null ? RtcpPacketType.ReceiverReport : RtcpPacketType.SenderReport;
        var length = 8 + (sender is null ? 0 : SenderInfo.Length) + (block is null ? 0 : ReportBlock.Length);
        var packet = Begin(type, block is null ? 0 : 1, length);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], ssrc);
        sender?.Write(packet[8..]);
        block?.Write(packet[(length - ReportBlock.Length)..]);
    }

    /// <summary>An SDES with the CNAME, at most 255 bytes of UTF-8 (§6.5.1).</summary>
    public void WriteCanonicalName(uint ssrc, string name)
    {
        var size = Encoding.UTF8.GetByteCount(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 255, nameof(name));
        // The list ends with at least one zero and is filled up to a whole word.
        var packet = Begin(RtcpPacketType.SourceDescription, 1, (8 + 2 + size + 4) & ~3);
        BinaryPrimitives.WriteUInt32BigEndian(packet[4..], ssrc);
        packet[8] = 1;
        packet[9] = (byte)size;
        Encoding.UTF8.GetBytes(name, packet[10..]);
    }

    /// <summary>A BYE without reason (§6.6).</summary>
    public void WriteGoodbye(uint ssrc) =>
        BinaryPrimitives.WriteUInt32BigEndian(Begin(RtcpPacketType.Goodbye, 1, 8)[4..], ssrc);

    private Span<byte> Begin(RtcpPacketType type, int count, int length)
    {
        var packet = _buffer.Slice(Length, length);
        packet.Clear();
        packet[0] = (byte)(0x80 | count);
        packet[1] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], (ushort)((length / 4) - 1));
        Length += length;
        return packet;
    }
}
