using System.Buffers.Binary;

namespace Appliance.Media.Wav;

/// <summary>
/// Reads a WAV stream from front to back as 16-bit samples, channels interleaved. A data length of 0 or 0xFFFFFFFF,
/// as streaming writers leave it, or one that is greater than the file, means: up to the end.
/// </summary>
public sealed class WavReader
{
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[4096];
    private long _left;

    private WavReader(Stream stream, WavFormat format, long dataLength)
    {
        _stream = stream;
        Format = format;
        _left = dataLength;
    }

    /// <summary>What the file holds.</summary>
    public WavFormat Format { get; }

    /// <summary>Reads the header; the stream stays open and belongs to the caller.</summary>
    public static WavProblem TryOpen(Stream stream, out WavReader? reader)
    {
        ArgumentNullException.ThrowIfNull(stream);
        reader = null;
        Span<byte> header = stackalloc byte[12];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
            || !(header[..4].SequenceEqual("RIFF"u8) || header[..4].SequenceEqual("RF64"u8))
            || !header[8..].SequenceEqual("WAVE"u8))
        {
            return WavProblem.NotWav;
        }

        WavFormat? format = null;
        while (true)
        {
            if (stream.ReadAtLeast(header[..8], 8, throwOnEndOfStream: false) < 8)
            {
                return WavProblem.Truncated;
            }

            long length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            if (header[..4].SequenceEqual("data"u8))
            {
                if (format is null)
                {
                    return WavProblem.Truncated;
                }

                reader = new WavReader(stream, format, length is 0 or uint.MaxValue ? long.MaxValue : length);
                return WavProblem.None;
            }

            if (header[..4].SequenceEqual("fmt "u8))
            {
                var problem = ReadFormat(stream, length, out format);
                if (problem is not WavProblem.None)
                {
                    return problem;
                }
            }
            else
            {
                Skip(stream, length + (length & 1));
            }
        }
    }

    /// <summary>As <see cref="TryOpen"/>, throwing <see cref="MediaErrorReason.BadWav"/> with the problem named.</summary>
    public static WavReader Open(Stream stream)
    {
        var problem = TryOpen(stream, out var reader);
        return reader ?? throw new MediaException(MediaErrorReason.BadWav, $"The WAV file cannot be read: {problem}.");
    }

    /// <summary>The whole file as the appliance's own format (16 kHz mono; two channels are averaged).</summary>
    public static short[] ReadMono16k(Stream stream)
    {
        var reader = Open(stream);
        var mono = reader.ReadToEnd();
        if (reader.Format.Channels == 2)
        {
            for (var i = 0; i < mono.Length / 2; i++)
            {
                mono[i] = (short)((mono[2 * i] + mono[(2 * i) + 1]) / 2);
            }

            Array.Resize(ref mono, mono.Length / 2);
        }

        return Resampling.PolyphaseResampler.Convert(mono, reader.Format.SampleRate, AudioFormat.SampleRate);
    }

    /// <summary>Fills as much of <paramref name="samples"/> as there is; 0 at the end. An incomplete last block is left out.</summary>
    public int Read(Span<short> samples)
    {
        var size = Format.BytesPerSample;
        var wanted = samples.Length - (samples.Length % Format.Channels);
        var written = 0;
        while (written < wanted)
        {
            var bytes = (int)Math.Min(Math.Min(_buffer.Length, (long)(wanted - written) * size), _left);
            var got = _stream.ReadAtLeast(_buffer.AsSpan(0, bytes), bytes, throwOnEndOfStream: false);
            _left = got < bytes ? 0 : _left - got;
            var whole = got - (got % Format.BlockAlign);
            if (whole == 0)
            {
                break;
            }

            WavSamples.Decode(Format.Encoding, _buffer.AsSpan(0, whole), samples[written..]);
            written += whole / size;
        }

        return written;
    }

    /// <summary>All samples that are left, channels interleaved.</summary>
    public short[] ReadToEnd()
    {
        var all = new List<short>();
        var block = new short[2048];
        for (var count = Read(block); count > 0; count = Read(block))
        {
            all.AddRange(block.AsSpan(0, count));
        }

        return [.. all];
    }

    private static WavProblem ReadFormat(Stream stream, long length, out WavFormat? format)
    {
        Span<byte> chunk = stackalloc byte[WavFormatChunk.MaxLength];
        chunk = chunk[..(int)Math.Min(length, WavFormatChunk.MaxLength)];
        var got = stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
        Skip(stream, length + (length & 1) - chunk.Length);
        return WavFormatChunk.Parse(chunk[..got], out format);
    }

    private static void Skip(Stream stream, long bytes)
    {
        Span<byte> scrap = stackalloc byte[256];
        while (bytes > 0)
        {
            var got = stream.Read(scrap[..(int)Math.Min(bytes, scrap.Length)]);
            if (got == 0)
            {
                return;
            }

            bytes -= got;
        }
    }
}
