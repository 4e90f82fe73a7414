using System.Buffers.Binary;

namespace Appliance.Media.Wav;

/// <summary>
/// Writes 16-bit PCM, channels interleaved. On a stream that can seek the lengths are put in on dispose; on one that
/// cannot they stay at the streaming mark. The stream stays open and belongs to the caller.
/// </summary>
public sealed class WavWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[4096];
    private readonly int _sampleRate;
    private readonly int _channels;
    private readonly long _start;
    private long _dataLength;
    private bool _disposed;

    /// <summary>Writes the header at the stream's position.</summary>
    public WavWriter(Stream stream, int sampleRate = AudioFormat.SampleRate, int channels = 1)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, 2);
        _stream = stream;
        _sampleRate = sampleRate;
        _channels = channels;
        _start = stream.CanSeek ? stream.Position : 0;
        WriteHeader(null);
    }

    /// <summary>Samples written so far, all channels together.</summary>
    public long SampleCount => _dataLength / 2;

    /// <summary>Appends samples.</summary>
    public void Write(ReadOnlySpan<short> samples)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, _buffer.Length / 2);
            for (var i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteInt16LittleEndian(_buffer.AsSpan(2 * i), samples[i]);
            }

            _stream.Write(_buffer, 0, 2 * count);
            _dataLength += 2 * count;
            samples = samples[count..];
        }
    }

    /// <summary>Puts the lengths into the header where that can be done.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_stream.CanSeek)
        {
            var end = _stream.Position;
            _stream.Position = _start;
            WriteHeader(_dataLength);
            _stream.Position = end;
        }

        _stream.Flush();
    }

    private void WriteHeader(long? dataLength)
    {
        Span<byte> header = stackalloc byte[WavHeader.Length];
        WavHeader.Write(header, _sampleRate, _channels, dataLength);
        _stream.Write(header);
    }
}
