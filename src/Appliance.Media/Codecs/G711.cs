namespace Appliance.Media.Codecs;

/// <summary>
/// G.711 companding by table: one byte on the line for each 16-bit sample at 8 kHz.
/// Bit-exact to ITU-T G.711 tables 1a/1b and 2a/2b: µ-law uses the upper 14 bits, A-law the upper 12 and the sign.
/// </summary>
public static class G711
{
    private static readonly byte[] MuLawEncode = Build(1 << 14, i => G711Law.CompressMuLaw((short)(i << 2)));
    private static readonly byte[] ALawEncode = Build(1 << 12, i => G711Law.CompressALaw((short)(i << 4)));
    private static readonly short[] MuLawDecode = Build(256, i => G711Law.ExpandMuLaw((byte)i));
    private static readonly short[] ALawDecode = Build(256, i => G711Law.ExpandALaw((byte)i));

    /// <summary>The byte that stands for digital silence on the line.</summary>
    public static byte SilenceOf(RtpCodec codec) => codec is RtpCodec.Pcmu ? (byte)0xFF : (byte)0xD5;

    /// <summary>Encodes every sample; <paramref name="encoded"/> must be at least as long as <paramref name="samples"/>.</summary>
    public static void Encode(RtpCodec codec, ReadOnlySpan<short> samples, Span<byte> encoded)
    {
        encoded = encoded[..samples.Length];
        if (codec is RtpCodec.Pcmu)
        {
            var table = MuLawEncode;
            for (var i = 0; i < samples.Length; i++)
            {
                encoded[i] = table[(ushort)samples[i] >> 2];
            }
        }
        else
        {
            var table = ALawEncode;
            for (var i = 0; i < samples.Length; i++)
            {
                encoded[i] = table[(ushort)samples[i] >> 4];
            }
        }
    }

    /// <summary>Decodes every byte; <paramref name="samples"/> must be at least as long as <paramref name="encoded"/>.</summary>
    public static void Decode(RtpCodec codec, ReadOnlySpan<byte> encoded, Span<short> samples)
    {
        samples = samples[..encoded.Length];
        var table = codec is RtpCodec.Pcmu ? MuLawDecode : ALawDecode;
        for (var i = 0; i < encoded.Length; i++)
        {
            samples[i] = table[encoded[i]];
        }
    }

    private static T[] Build<T>(int length, Func<int, T> value)
    {
        var table = new T[length];
        for (var i = 0; i < length; i++)
        {
            table[i] = value(i);
        }

        return table;
    }
}
