using System.Buffers.Binary;
using Appliance.Media.Codecs;

namespace Appliance.Media.Wav;

/// <summary>Bytes of a data chunk to 16-bit samples.</summary>
internal static class WavSamples
{
    public static void Decode(WavEncoding encoding, ReadOnlySpan<byte> bytes, Span<short> samples)
    {
        switch (encoding)
        {
            case WavEncoding.ALaw:
                G711.Decode(RtpCodec.Pcma, bytes, samples);
                break;
            case WavEncoding.MuLaw:
                G711.Decode(RtpCodec.Pcmu, bytes, samples);
                break;
            case WavEncoding.Float32:
                for (var i = 0; i < bytes.Length / 4; i++)
                {
                    samples[i] = FromFloat(BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]));
                }

                break;
            default:
                for (var i = 0; i < bytes.Length / 2; i++)
                {
                    samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
                }

                break;
        }
    }

    // NaN becomes silence, not a click.
    private static short FromFloat(float value) =>
        float.IsNaN(value) ? (short)0 : (short)Math.Clamp(MathF.Round(value * 32768f), short.MinValue, short.MaxValue);
}
