using System.Buffers.Binary;

namespace Appliance.Media.Rtp.Rtcp;

/// <summary>
/// A report block (RFC 3550 §6.4.1): how well one source is received. Jitter in timestamp units; LSR is the middle 32
/// bits of the NTP time of the last sender report, DLSR the time since then in 1/65536 s, both 0 when there was none.
/// </summary>
public readonly record struct ReportBlock(
    uint Ssrc,
    byte FractionLost,
    int CumulativeLost,
    uint ExtendedHighest,
    uint Jitter,
    uint LastSenderReport,
    uint DelaySinceLastSenderReport)
{
    /// <summary>Bytes of a block.</summary>
    public const int Length = 24;

    private const int MaxLost = 0x7FFFFF;

    /// <summary>Reads 24 bytes.</summary>
    public static ReportBlock Read(ReadOnlySpan<byte> block) => new(
        BinaryPrimitives.ReadUInt32BigEndian(block),
        block[4],
        (BinaryPrimitives.ReadInt32BigEndian(block[4..]) << 8) >> 8,
        BinaryPrimitives.ReadUInt32BigEndian(block[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(block[12..]),
        BinaryPrimitives.ReadUInt32BigEndian(block[16..]),
        BinaryPrimitives.ReadUInt32BigEndian(block[20..]));

    /// <summary>Writes 24 bytes; the loss is held within its 24 bits.</summary>
    public void Write(Span<byte> block)
    {
        BinaryPrimitives.WriteUInt32BigEndian(block, Ssrc);
        BinaryPrimitives.WriteInt32BigEndian(block[4..], Math.Clamp(CumulativeLost, -MaxLost - 1, MaxLost));
        block[4] = FractionLost;
        BinaryPrimitives.WriteUInt32BigEndian(block[8..], ExtendedHighest);
        BinaryPrimitives.WriteUInt32BigEndian(block[12..], Jitter);
        BinaryPrimitives.WriteUInt32BigEndian(block[16..], LastSenderReport);
        BinaryPrimitives.WriteUInt32BigEndian(block[20..], DelaySinceLastSenderReport);
    }
}
