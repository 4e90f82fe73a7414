using Appliance.Calls.Audio;

namespace Appliance.Calls.Tests.Audio;

public class VoiceFeedTests
{
    [Fact]
    public async Task Read_WhenFramesOf20MsAreWritten_GivesWindowsOf32MsWithTheTimeOfTheirEnd()
    {
        var feed = new VoiceFeed();
        for (var i = 0; i < 8; i++)
        {
            feed.Write([.. Enumerable.Range(i * 320, 320).Select(n => (short)n)], (i + 1) * 320);
        }

        feed.Complete();
        var windows = new List<(float First, float Last, TimeSpan End)>();
        await foreach (var (window, end) in feed.ReadAsync())
        {
            windows.Add((window.Span[0] * 32768, window.Span[^1] * 32768, end));
        }

        Assert.Equal(5, windows.Count);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => (i * 512f, (i * 512f) + 511f, TimeSpan.FromMilliseconds(32 * (i + 1)))), windows);
    }

    [Fact]
    public async Task Write_WhenNobodyReads_DropsTheNewestAndCountsThem()
    {
        var feed = new VoiceFeed();
        for (var i = 0; i < 20; i++)
        {
            feed.Write(new short[512], (i + 1) * 512);
        }

        feed.Complete();
        var read = 0;
        await foreach (var _ in feed.ReadAsync())
        {
            read++;
        }

        Assert.Equal(16, read);
        Assert.Equal(4, feed.Dropped);
    }

    [Fact]
    public async Task Write_AfterADrop_KeepsTheTimesOfLaterWindowsTrue()
    {
        var feed = new VoiceFeed();
        for (var i = 0; i < 17; i++)
        {
            feed.Write(new short[512], (i + 1) * 512);
        }

        await using var windows = feed.ReadAsync().GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var i = 0; i < 16; i++)
        {
            await windows.MoveNextAsync();
        }

        var next = windows.MoveNextAsync();
        feed.Write(new short[512], 18 * 512);

        Assert.True(await next);
        Assert.Equal(TimeSpan.FromMilliseconds(32 * 18), windows.Current.End);
    }
}
