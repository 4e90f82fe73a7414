using System.Buffers.Binary;

namespace Appliance.Media.Rtp.Rtcp;

/// <summary>The sender's part of a sender report (RFC 3550 §6.4.1).</summary>
public readonly record struct SenderInfo(ulong NtpTimestamp, uint RtpTimestamp, uint PacketCount, uint OctetCount)
{
    /// <summary>Bytes of the sender's part.</summary>
    public const int Length = 20;

    /// <summary>The middle 32 bits, as they come back in LSR.</summary>
    public uint CompactNtp => (uint)(NtpTimestamp >> 16);

    /// <summary>Reads 20 bytes.</summary>
    public static SenderInfo Read(ReadOnlySpan<byte> info) => new(
        BinaryPrimitives.ReadUInt64BigEndian(info),
        BinaryPrimitives.ReadUInt32BigEndian(info[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(info[12..]),
        BinaryPrimitives.ReadUInt32BigEndian(info[16..]));

    /// <summary>Writes 20 bytes.</summary>
    public void Write(Span<byte> info)
    {
        BinaryPrimitives.WriteUInt64BigEndian(info, NtpTimestamp);
        BinaryPrimitives.WriteUInt32BigEndian(info[8..], RtpTimestamp);
        BinaryPrimitives.WriteUInt32BigEndian(info[12..], PacketCount);
        BinaryPrimitives.WriteUInt32BigEndian(info[16..], OctetCount);
    }
}
