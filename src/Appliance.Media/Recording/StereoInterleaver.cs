using System.Buffers.Binary;

namespace Appliance.Media.Recording;

/// <summary>Puts two mono frames beside each other as little-endian bytes.</summary>
internal static class StereoInterleaver
{
    /// <summary>Bytes of one tick of both sides: 1280.</summary>
    public const int TickBytes = AudioFormat.FrameSamples * 2 * sizeof(short);

    /// <summary>An empty side is silence.</summary>
    public static void Write(ReadOnlySpan<short> left, ReadOnlySpan<short> right, Span<byte> output)
    {
        for (var i = 0; i < AudioFormat.FrameSamples; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(output[(4 * i)..], left.IsEmpty ? (short)0 : left[i]);
            BinaryPrimitives.WriteInt16LittleEndian(output[((4 * i) + 2)..], right.IsEmpty ? (short)0 : right[i]);
        }
    }
}
