using System.Buffers.Binary;

namespace Appliance.Media.Rtp.Packets;

/// <summary>The fixed RTP header without sources or extension, as this appliance sends it (RFC 3550 §5.1).</summary>
public readonly record struct RtpHeader(byte PayloadType, bool Marker, ushort SequenceNumber, uint Timestamp, uint Ssrc)
{
    /// <summary>Bytes of the fixed header.</summary>
    public const int Length = 12;

    /// <summary>Writes 12 bytes.</summary>
    public void Write(Span<byte> buffer)
    {
        buffer[0] = 0x80;
        buffer[1] = (byte)((Marker ? 0x80 : 0) | (PayloadType & 0x7F));
        BinaryPrimitives.WriteUInt16BigEndian(buffer[2..], SequenceNumber);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[4..], Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(buffer[8..], Ssrc);
    }
}
