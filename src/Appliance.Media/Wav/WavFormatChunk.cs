using System.Buffers.Binary;

namespace Appliance.Media.Wav;

/// <summary>Reads the "fmt " chunk, plain and WAVE_FORMAT_EXTENSIBLE.</summary>
internal static class WavFormatChunk
{
    /// <summary>Bytes of a chunk that are looked at: enough for the extensible form.</summary>
    public const int MaxLength = 40;

    private const int PlainLength = 16;
    private const ushort Extensible = 0xFFFE;

    public static WavProblem Parse(ReadOnlySpan<byte> chunk, out WavFormat? format)
    {
        format = null;
        if (chunk.Length < PlainLength)
        {
            return WavProblem.Truncated;
        }

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (tag == Extensible && chunk.Length >= 26)
        {
            // The sub-format GUID begins with the plain tag.
            tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        }

        WavEncoding? encoding = (tag, bits) switch
        {
            (1, 16) => WavEncoding.Pcm16,
            (3, 32) => WavEncoding.Float32,
            (6, 8) => WavEncoding.ALaw,
            (7, 8) => WavEncoding.MuLaw,
            _ => null,
        };
        if (encoding is null)
        {
            return WavProblem.UnsupportedEncoding;
        }

        if (channels is not (1 or 2))
        {
            return WavProblem.UnsupportedChannels;
        }

        if (rate is < 1_000 or > 192_000)
        {
            return WavProblem.UnsupportedRate;
        }

        format = new WavFormat(encoding.Value, (int)rate, channels);
        return WavProblem.None;
    }
}
