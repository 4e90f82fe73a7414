using System.Buffers.Binary;

namespace Appliance.Media.Wav;

/// <summary>The 44-byte header of a 16-bit PCM WAV file.</summary>
public static class WavHeader
{
    /// <summary>Bytes of the header.</summary>
    public const int Length = 44;

    /// <summary>
    /// Writes the header for <paramref name="dataLength"/> bytes of samples; null, or more than fits in 32 bits, writes
    /// the streaming mark 0xFFFFFFFF.
    /// </summary>
    public static void Write(Span<byte> header, int sampleRate, int channels, long? dataLength)
    {
        var size = dataLength is >= 0 and < uint.MaxValue - Length ? (uint)dataLength.Value : uint.MaxValue;
        var riff = size == uint.MaxValue ? uint.MaxValue : size + Length - 8;
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], riff);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], (uint)sampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], (uint)(sampleRate * channels * 2));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)(channels * 2));
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], size);
    }
}
