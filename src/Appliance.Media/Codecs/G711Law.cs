using System.Numerics;

namespace Appliance.Media.Codecs;

/// <summary>The companding laws of ITU-T G.711 for one sample, as the tables are built from them.</summary>
internal static class G711Law
{
    private const int MuLawBias = 33;
    private const int MuLawClip = 0x1FFF;

    /// <summary>µ-law of the upper 14 bits; the character signal is inverted (G.711 table 2a, note 2).</summary>
    public static byte CompressMuLaw(short sample)
    {
        var magnitude = Math.Min((sample < 0 ? ~sample >> 2 : sample >> 2) + MuLawBias, MuLawClip);
        var segment = BitOperations.Log2((uint)magnitude) - 4;
        var code = ((8 - segment) << 4) | (0xF - ((magnitude >> segment) & 0xF));
        return (byte)(sample < 0 ? code : code | 0x80);
    }

    /// <summary>Middle of the µ-law interval, scaled to 16 bits.</summary>
    public static short ExpandMuLaw(byte code)
    {
        var inverted = ~code;
        var exponent = (inverted >> 4) & 7;
        var mantissa = inverted & 0xF;
        var magnitude = (((mantissa << 1) + MuLawBias) << exponent) - MuLawBias;
        return (short)((code & 0x80) == 0 ? -(magnitude << 2) : magnitude << 2);
    }

    /// <summary>A-law of the upper 13 bits (sign and 12); even bits inverted (G.711 table 1a, note 2).</summary>
    public static byte CompressALaw(short sample)
    {
        var magnitude = sample < 0 ? ~sample >> 4 : sample >> 4;
        if (magnitude > 15)
        {
            var segment = BitOperations.Log2((uint)magnitude) - 3;
            magnitude = (segment << 4) + (magnitude >> (segment - 1)) - 16;
        }

        return (byte)((sample < 0 ? magnitude : magnitude | 0x80) ^ 0x55);
    }

    /// <summary>Middle of the A-law interval, scaled to 16 bits.</summary>
    public static short ExpandALaw(byte code)
    {
        var plain = code ^ 0x55;
        var segment = (plain >> 4) & 7;
        var magnitude = ((plain & 0xF) << 4) + 8;
        if (segment > 0)
        {
            magnitude = (magnitude + 0x100) << (segment - 1);
        }

        return (short)((plain & 0x80) == 0 ? -magnitude : magnitude);
    }
}
