using Appliance.Media.Codecs;

namespace Appliance.Media.Tests.Codecs.Rfc;

/// <summary>Against the decision and output values of ITU-T G.711, tables 1a/1b (A-law) and 2a/2b (µ-law).</summary>
public sealed class G711Tests
{
    // Columns 1 and 2 of the tables: intervals × size, from zero up.
    private static readonly (int Count, int Size)[] ALaw =
        [(32, 2), (16, 4), (16, 8), (16, 16), (16, 32), (16, 64), (16, 128)];

    private static readonly (int Count, int Size)[] MuLaw =
        [(1, 1), (15, 2), (16, 4), (16, 8), (16, 16), (16, 32), (16, 64), (16, 128), (16, 256)];

    [Fact]
    public void Encode_ForEveryALawSample_GivesTheIntervalOfTheTable() =>
        AssertEncodes(RtpCodec.Pcma, Decisions(ALaw), unit: 8, n => (byte)((0x80 | n) ^ 0x55));

    [Fact]
    public void Encode_ForEveryMuLawSample_GivesTheIntervalOfTheTable() =>
        AssertEncodes(RtpCodec.Pcmu, Decisions(MuLaw), unit: 4, n => (byte)(0xFF - n));

    [Fact]
    public void Decode_ForEveryALawCode_GivesTheOutputOfTheTable()
    {
        var decisions = Decisions(ALaw);
        for (var n = 0; n < 128; n++)
        {
            var expected = (decisions[n] + decisions[n + 1]) * 8 / 2;
            Assert.Equal(expected, Decode(RtpCodec.Pcma, (byte)((0x80 | n) ^ 0x55)));
            Assert.Equal(-expected, Decode(RtpCodec.Pcma, (byte)(n ^ 0x55)));
        }
    }

    [Fact]
    public void Decode_ForEveryMuLawCode_GivesTheOutputOfTheTable()
    {
        var decisions = Decisions(MuLaw);
        for (var n = 0; n < 128; n++)
        {
            // Output value 0 belongs to the first interval, which reaches to both sides of zero.
            var expected = n == 0 ? 0 : (decisions[n] + decisions[n + 1]) * 4 / 2;
            Assert.Equal(expected, Decode(RtpCodec.Pcmu, (byte)(0xFF - n)));
            Assert.Equal(-expected, Decode(RtpCodec.Pcmu, (byte)(0x7F - n)));
        }
    }

    [Theory]
    [InlineData(RtpCodec.Pcmu, 0x80, 32124)]
    [InlineData(RtpCodec.Pcmu, 0x00, -32124)]
    [InlineData(RtpCodec.Pcma, 0xAA, 32256)]
    [InlineData(RtpCodec.Pcma, 0x2A, -32256)]
    [InlineData(RtpCodec.Pcma, 0xD5, 8)]
    public void Decode_WhenKnownCode_GivesKnownSample(RtpCodec codec, byte code, int sample) =>
        Assert.Equal(sample, Decode(codec, code));

    [Theory]
    [InlineData(RtpCodec.Pcmu)]
    [InlineData(RtpCodec.Pcma)]
    public void SilenceOf_WhenDecoded_IsNextToNothing(RtpCodec codec) =>
        Assert.InRange(Decode(codec, G711.SilenceOf(codec)), 0, 8);

    [Theory]
    [InlineData("pcmu", true, RtpCodec.Pcmu)]
    [InlineData("PCMA", true, RtpCodec.Pcma)]
    [InlineData("opus", false, RtpCodec.Pcmu)]
    public void TryParse_WhenEncodingName_KnowsItsOwn(string name, bool known, RtpCodec codec)
    {
        Assert.Equal(known, RtpCodecNames.TryParse(name, out var parsed));
        Assert.Equal(codec, parsed);
    }

    private static void AssertEncodes(RtpCodec codec, List<int> decisions, int unit, Func<int, byte> code)
    {
        for (var sample = 0; sample <= short.MaxValue; sample++)
        {
            var interval = decisions.FindLastIndex(d => d * unit <= sample);
            var expected = code(Math.Min(interval, 127));
            Assert.Equal(expected, Encode(codec, (short)sample));
            Assert.Equal((byte)(expected ^ 0x80), Encode(codec, (short)~sample));
        }
    }

    private static List<int> Decisions((int Count, int Size)[] segments)
    {
        List<int> decisions = [0];
        foreach (var (count, size) in segments)
        {
            for (var i = 0; i < count; i++)
            {
                decisions.Add(decisions[^1] + size);
            }
        }

        return decisions;
    }

    private static byte Encode(RtpCodec codec, short sample)
    {
        Span<byte> code = stackalloc byte[1];
        G711.Encode(codec, [sample], code);
        return code[0];
    }

    private static int Decode(RtpCodec codec, byte code)
    {
        Span<short> sample = stackalloc short[1];
        G711.Decode(codec, [code], sample);
        return sample[0];
    }
}
