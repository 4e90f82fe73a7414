using System.Buffers.Binary;
using Appliance.Store.Recordings;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Recordings;

public sealed class RecordingTests : IDisposable
{
    private static readonly RecordingFormat s_stereo = new(16_000, 2);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1280)]
    [InlineData(32 * 1024)]
    [InlineData(100_000)]
    public async Task CopyWavToAsync_WhenComplete_GivesTheSamplesThatWereAppended(int length)
    {
        var pcm = Pcm(length);
        await RecordAsync(pcm);
        var (wav, reader) = await ReadAsync();
        Assert.True(reader.IsComplete);
        Assert.Equal(length, reader.PcmBytes);
        Assert.Equal(TimeSpan.FromSeconds(length / 64_000.0), reader.Duration);
        Assert.Equal("RIFF"u8, wav.AsSpan(0, 4));
        Assert.Equal(wav.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(4)));
        Assert.Equal(2, wav[22]);
        Assert.Equal(16_000, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(24)));
        Assert.Equal(length, BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(40)));
        Assert.Equal(pcm, wav[44..]);
    }

    [Fact]
    public async Task OpenWriterAsync_WhenCallHasARecording_IsRefused()
    {
        await RecordAsync(Pcm(10));
        var error = await Assert.ThrowsAsync<StoreException>(() => RecordAsync(Pcm(10)));
        Assert.Equal(StoreErrorReason.AlreadyExists, error.Reason);
        Assert.Equal(Pcm(10), (await ReadAsync()).Wav[44..]);
    }

    [Fact]
    public async Task DisposeAsync_WhenNotCompleted_LeavesAReadableRecordingThatCountsAsCutOff()
    {
        await using (var store = _folder.Open())
        {
            await using var writer = await store.Recordings.OpenWriterAsync("call-1", s_stereo, Caller("a"), CancellationToken.None);
            writer.Append(Pcm(50_000));
        }

        var (wav, reader) = await ReadAsync();
        Assert.False(reader.IsComplete);
        Assert.Equal(Pcm(50_000), wav[44..]);
    }

    [Fact]
    public async Task OpenReadAsync_WhenAnyByteIsFlipped_IsDamagedOrCutOff()
    {
        await RecordAsync(Pcm(33_000));
        var path = Directory.GetFiles(_folder.Options.RecordingsDirectory).Single();
        var original = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await using var store = _folder.Open();
        foreach (var at in Enumerable.Range(0, 64).Concat([1000, 32_000, 32_790]).Concat(Enumerable.Range(32 * 1024 + 28, 60)).Append(original.Length - 1))
        {
            var changed = original.ToArray();
            changed[at] ^= 0x10;
            await File.WriteAllBytesAsync(path, changed, TestContext.Current.CancellationToken);
            Assert.False(await IsReadWholeAsync(store), "A flip at byte " + at + " went unnoticed.");
        }
    }

    [Fact]
    public async Task OpenReadAsync_WhenCutAtAChunk_CountsAsCutOff()
    {
        await RecordAsync(Pcm(70_000));
        var path = Directory.GetFiles(_folder.Options.RecordingsDirectory).Single();
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(28 + (2 * (4 + 32 * 1024 + 16)));
        }

        var (wav, reader) = await ReadAsync();
        Assert.False(reader.IsComplete);
        Assert.Equal(Pcm(65_536), wav[44..]);
    }

    [Fact]
    public async Task OpenReadAsync_WhenCutAndMarkedAsComplete_IsDamaged()
    {
        await RecordAsync(Pcm(70_000));
        var path = Directory.GetFiles(_folder.Options.RecordingsDirectory).Single();
        const int chunk = 4 + (32 * 1024) + 16;
        var cut = (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..(28 + (2 * chunk))];
        cut[28 + chunk + 3] |= 0x80;
        await File.WriteAllBytesAsync(path, cut, TestContext.Current.CancellationToken);
        Assert.Equal(StoreErrorReason.Damaged, (await Assert.ThrowsAsync<StoreException>(ReadAsync)).Reason);
    }

    [Fact]
    public async Task OpenReadAsync_WhenSomethingIsAppended_IsDamaged()
    {
        await RecordAsync(Pcm(100));
        await File.AppendAllTextAsync(Directory.GetFiles(_folder.Options.RecordingsDirectory).Single(), "more", TestContext.Current.CancellationToken);
        Assert.Equal(StoreErrorReason.Damaged, (await Assert.ThrowsAsync<StoreException>(ReadAsync)).Reason);
    }

    [Fact]
    public async Task OpenReadAsync_WhenThereIsNone_IsNotFound()
    {
        await RecordAsync(Pcm(100));
        File.Delete(Directory.GetFiles(_folder.Options.RecordingsDirectory).Single());
        Assert.Equal(StoreErrorReason.NotFound, (await Assert.ThrowsAsync<StoreException>(ReadAsync)).Reason);
    }

    private static byte[] Pcm(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 / 7))];

    private async Task RecordAsync(byte[] pcm)
    {
        await using var store = _folder.Open();
        await using var writer = await store.Recordings.OpenWriterAsync("call-1", s_stereo, Caller("a"), CancellationToken.None);
        foreach (var part in pcm.Chunk(1280))
        {
            writer.Append(part);
        }

        await writer.CompleteAsync();
        Assert.Equal(0, writer.DroppedBytes);
    }

    private async Task<(byte[] Wav, RecordingReader Reader)> ReadAsync()
    {
        await using var store = _folder.Open();
        await using var reader = await store.Recordings.OpenReadAsync("call-1", Caller("a"), CancellationToken.None);
        using var wav = new MemoryStream();
        await reader.CopyWavToAsync(wav, CancellationToken.None);
        return (wav.ToArray(), reader);
    }

    private static async Task<bool> IsReadWholeAsync(ApplianceStore store)
    {
        try
        {
            await using var reader = await store.Recordings.OpenReadAsync("call-1", Caller("a"), CancellationToken.None);
            await reader.CopyPcmToAsync(Stream.Null, CancellationToken.None);
            return reader.IsComplete;
        }
        catch (StoreException e) when (e.Reason == StoreErrorReason.Damaged)
        {
            return false;
        }
    }
}
