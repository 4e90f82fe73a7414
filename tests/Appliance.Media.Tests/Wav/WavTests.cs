using System.Buffers.Binary;
using Appliance.Media.Tests.Signals;
using Appliance.Media.Wav;

namespace Appliance.Media.Tests.Wav;

public sealed class WavTests
{
    private static readonly short[] Samples = Tone.Make(440, 8000, 5000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_WhenWrittenByUs_GivesTheSameSamples(int channels)
    {
        using var stream = new MemoryStream();
        using (var writer = new WavWriter(stream, 8000, channels))
        {
            writer.Write(Samples.AsSpan(0, 1234));
            writer.Write(Samples.AsSpan(1234));
            Assert.Equal(Samples.Length, writer.SampleCount);
        }

        stream.Position = 0;
        var reader = WavReader.Open(stream);
        Assert.Equal(new WavFormat(WavEncoding.Pcm16, 8000, channels), reader.Format);
        Assert.Equal(Samples, reader.ReadToEnd());
        var bytes = stream.ToArray();
        Assert.Equal((uint)bytes.Length - 8, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)));
        Assert.Equal((uint)bytes.Length - 44, BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(40)));
    }

    [Fact]
    public void Write_WhenStreamCannotSeek_LeavesTheStreamingMarkAndIsStillReadable()
    {
        using var inner = new MemoryStream();
        using (var stream = new System.IO.Compression.BrotliStream(inner, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new WavWriter(stream, 16000))
        {
            writer.Write(Samples);
        }

        inner.Position = 0;
        using var back = new System.IO.Compression.BrotliStream(inner, System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(Samples, WavReader.Open(back).ReadToEnd());
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(0x7FFFFFFFu)]
    public void Read_WhenDataLengthIsWrong_ReadsToTheEnd(uint length)
    {
        var bytes = Written();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(40), length);
        Assert.Equal(Samples, WavReader.Open(new MemoryStream(bytes)).ReadToEnd());
    }

    [Fact]
    public void Read_WhenChunksFollowTheData_LeavesThemOut()
    {
        byte[] bytes = [.. Written(), .. "LIST"u8, 4, 0, 0, 0, 1, 2, 3, 4];
        Assert.Equal(Samples, WavReader.Open(new MemoryStream(bytes)).ReadToEnd());
    }

    [Fact]
    public void Read_WhenOtherChunksComeFirst_SkipsThemWithTheirPadding()
    {
        var bytes = Written();
        byte[] with = [.. bytes[..12], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. bytes[12..]];
        Assert.Equal(Samples, WavReader.Open(new MemoryStream(with)).ReadToEnd());
    }

    [Fact]
    public void Read_WhenFloatExtensible_ScalesAndClips()
    {
        float[] values = [0, 0.5f, -1, 1.5f, float.NaN];
        byte[] data = [.. values.SelectMany(BitConverter.GetBytes)];
        var stream = new MemoryStream(File(0xFFFE, 1, 48000, 32, data, extensibleTag: 3));
        Assert.Equal([0, 16384, -32768, 32767, 0], WavReader.Open(stream).ReadToEnd());
    }

    [Theory]
    [InlineData(6, 0xD5, 8)]
    [InlineData(7, 0x80, 32124)]
    public void Read_WhenG711_Decodes(int tag, byte code, short sample) =>
        Assert.Equal([sample, sample], WavReader.Open(new MemoryStream(File(tag, 1, 8000, 8, [code, code]))).ReadToEnd());

    [Fact]
    public void ReadMono16k_WhenStereo44100_AveragesAndConverts()
    {
        var left = Tone.Make(440, 44100, 44100, 8000);
        var data = new byte[left.Length * 4];
        for (var i = 0; i < left.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(4 * i), left[i]);
        }

        var mono = WavReader.ReadMono16k(new MemoryStream(File(1, 2, 44100, 16, data)));
        Assert.Equal(16000, mono.Length);
        var (amplitude, residual) = Tone.Fit(mono.AsSpan(200, 15600), 440, 16000);
        Assert.Equal(4000, amplitude, 20.0);
        Assert.InRange(residual, -200, -60);
    }

    [Fact]
    public void TryOpen_WhenItCannotBeRead_SaysWhy()
    {
        Assert.Equal(WavProblem.NotWav, Problem([]));
        Assert.Equal(WavProblem.NotWav, Problem("ID3 this is an MP3"u8.ToArray()));
        Assert.Equal(WavProblem.Truncated, Problem(Written()[..30]));
        Assert.Equal(WavProblem.UnsupportedEncoding, Problem(File(1, 1, 8000, 24, [])));
        Assert.Equal(WavProblem.UnsupportedEncoding, Problem(File(0x55, 1, 8000, 16, [])));
        Assert.Equal(WavProblem.UnsupportedChannels, Problem(File(1, 6, 8000, 16, [])));
        Assert.Equal(WavProblem.UnsupportedRate, Problem(File(1, 1, 0, 16, [])));
        var error = Assert.Throws<MediaException>(() => WavReader.Open(new MemoryStream([1, 2, 3])));
        Assert.Equal(MediaErrorReason.BadWav, error.Reason);
        Assert.Contains("NotWav", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryOpen_WhenAnyByteIsDamaged_NeverThrows()
    {
        var random = new Random(7);
        var whole = Written();
        var opened = 0;
        for (var i = 0; i < 5000; i++)
        {
            var bytes = whole[..random.Next(whole.Length)];
            for (var k = 0; k < 3 && bytes.Length > 0; k++)
            {
                bytes[random.Next(Math.Min(60, bytes.Length))] = (byte)random.Next(256);
            }

            if (WavReader.TryOpen(new MemoryStream(bytes), out var reader) is WavProblem.None)
            {
                Assert.InRange(reader!.ReadToEnd().Length, 0, bytes.Length);
                opened++;
            }
        }

        Assert.InRange(opened, 1, 5000);
    }

    private static WavProblem Problem(byte[] bytes)
    {
        var problem = WavReader.TryOpen(new MemoryStream(bytes), out var reader);
        Assert.Null(reader);
        return problem;
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        using (var writer = new WavWriter(stream, 8000))
        {
            writer.Write(Samples);
        }

        return stream.ToArray();
    }

    private static byte[] File(int tag, int channels, int rate, int bits, byte[] data, int? extensibleTag = null)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(0);
        writer.Write("WAVEfmt "u8);
        writer.Write(extensibleTag is null ? 16 : 40);
        writer.Write((ushort)tag);
        writer.Write((ushort)channels);
        writer.Write(rate);
        writer.Write(rate * channels * bits / 8);
        writer.Write((ushort)(channels * bits / 8));
        writer.Write((ushort)bits);
        if (extensibleTag is { } sub)
        {
            writer.Write((ushort)22);
            writer.Write((ushort)bits);
            writer.Write(0);
            writer.Write((ushort)sub);
            writer.Write(new byte[14]);
        }

        writer.Write("data"u8);
        writer.Write(data.Length);
        writer.Write(data);
        return stream.ToArray();
    }
}
