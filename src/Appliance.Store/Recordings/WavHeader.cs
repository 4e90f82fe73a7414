using System.Buffers.Binary;

namespace Appliance.Store.Recordings;

/// <summary>The 44 bytes before PCM in a RIFF file (http://soundfile.sapp.org/doc/WaveFormat/).</summary>
internal static class WavHeader
{
    private const int Length = 44;

    public static byte[] For(RecordingFormat format, long pcmBytes)
    {
        var header = new byte[Length];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)Math.Min(pcmBytes + Length - 8, uint.MaxValue));
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), (ushort)format.Channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), (uint)format.SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), (uint)format.BytesPerSecond);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), (ushort)(format.Channels * sizeof(short)));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), (uint)Math.Min(pcmBytes, uint.MaxValue));
        return header;
    }
}
