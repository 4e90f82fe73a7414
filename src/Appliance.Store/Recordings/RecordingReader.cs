using System.Buffers.Binary;

namespace Appliance.Store.Recordings;

/// <summary>One sealed recording, opened for reading. Every chunk is checked before a byte of it is given out.</summary>
public sealed class RecordingReader : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly RecordingSeal _seal;
    private readonly List<int> _lengths = [];

    internal RecordingReader(FileStream file, RecordingSeal seal)
    {
        _file = file;
        _seal = seal;
        Format = seal.Format;
        Scan();
    }

    public RecordingFormat Format { get; }

    /// <summary>False when the recording was cut off: the process died, or somebody truncated the file.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Readable PCM bytes.</summary>
    public long PcmBytes { get; private set; }

    public TimeSpan Duration => TimeSpan.FromSeconds((double)PcmBytes / Format.BytesPerSecond);

    /// <summary>Writes a WAV file (RIFF, PCM) with all that is readable.</summary>
    /// <exception cref="StoreException">Damaged: a chunk is not what was written; the audio before it was copied.</exception>
    public async Task CopyWavToAsync(Stream destination, CancellationToken cancellationToken)
    {
        await destination.WriteAsync(WavHeader.For(Format, PcmBytes), cancellationToken);
        await CopyPcmToAsync(destination, cancellationToken);
    }

    /// <summary>As <see cref="CopyWavToAsync"/>, without a header.</summary>
    public async Task CopyPcmToAsync(Stream destination, CancellationToken cancellationToken)
    {
        _file.Position = RecordingSeal.HeaderLength;
        for (var index = 0; index < _lengths.Count; index++)
        {
            var box = new byte[RecordingSeal.LengthLength + _lengths[index] + RecordingSeal.TagLength];
            var pcm = new byte[_lengths[index]];
            await ReadAsync(box, cancellationToken);
            _seal.Open(index, box, pcm, IsComplete && index == _lengths.Count - 1);
            await destination.WriteAsync(pcm, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _seal.Dispose();
    }

    private async Task ReadAsync(byte[] box, CancellationToken cancellationToken)
    {
        try
        {
            await _file.ReadExactlyAsync(box, cancellationToken);
        }
        catch (IOException e)
        {
            throw FileErrors.Translate(e, "The recording cannot be read.");
        }
    }

    private void Scan()
    {
        Span<byte> field = stackalloc byte[RecordingSeal.LengthLength];
        while (!IsComplete && _file.Position + RecordingSeal.LengthLength + RecordingSeal.TagLength <= _file.Length)
        {
            _file.ReadExactly(field);
            var marked = BinaryPrimitives.ReadUInt32LittleEndian(field);
            var length = marked & ~RecordingSeal.LastMark;
            if (length > RecordingSeal.ChunkLength)
            {
                throw new StoreException(StoreErrorReason.Damaged, $"Chunk {_lengths.Count} of the recording is not what was written.");
            }

            if (_file.Position + length + RecordingSeal.TagLength > _file.Length)
            {
                return;
            }

            _file.Seek(length + RecordingSeal.TagLength, SeekOrigin.Current);
            _lengths.Add((int)length);
            PcmBytes += length;
            IsComplete = (marked & RecordingSeal.LastMark) != 0;
        }

        if (IsComplete && _file.Position != _file.Length)
        {
            throw new StoreException(StoreErrorReason.Damaged, "Something was appended to the recording.");
        }
    }
}
