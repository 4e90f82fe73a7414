using Appliance.Calls.Audio;

namespace Appliance.Calls.Tests.Audio;

public class CallerAudioTests
{
    [Fact]
    public void Slice_AcrossBlocks_GivesTheSamplesOfThatTime()
    {
        var audio = new CallerAudio();
        Fill(audio, seconds: 3);

        var slice = audio.Slice(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2.5));

        Assert.Equal(32_000, slice.Length);
        Assert.Equal(8_000 % 1_000 / 32768f, slice[0]);
        Assert.Equal(39_999 % 1_000 / 32768f, slice[^1]);
    }

    [Fact]
    public void Slice_BeyondTheEnd_GivesWhatIsThere()
    {
        var audio = new CallerAudio();
        Fill(audio, seconds: 1);

        Assert.Equal(1_600, audio.Slice(TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(5)).Length);
        Assert.Empty(audio.Slice(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public void Forget_WholeSeconds_KeepsPositionsAndFreesBlocks()
    {
        var audio = new CallerAudio();
        Fill(audio, seconds: 10);
        audio.Forget(TimeSpan.FromSeconds(8.5));

        Assert.Equal(2, audio.BlockCount);
        var slice = audio.Slice(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9));
        Assert.Equal(16_000, slice.Length);
        Assert.Equal(128_000 % 1_000 / 32768f, slice[0]);
    }

    [Fact]
    public void Append_AfterForgetting_ReusesBlocksWithoutMixingUpPositions()
    {
        var audio = new CallerAudio();
        for (var second = 0; second < 40; second++)
        {
            Fill(audio, seconds: 1);
            audio.Forget(TimeSpan.FromSeconds(second - 2));
        }

        Assert.InRange(audio.BlockCount, 1, 4);
        Assert.Equal(40 * 16_000, audio.End);
        Assert.Equal((39 * 16_000) % 1_000 / 32768f, audio.Slice(TimeSpan.FromSeconds(39), TimeSpan.FromSeconds(40))[0]);
    }

    [Fact]
    public void AppendSilence_ForAStall_MovesTheEndByItsLength()
    {
        var audio = new CallerAudio();
        audio.AppendSilence(1_000);

        Assert.Equal(1_000, audio.End);
        Assert.All(audio.Slice(TimeSpan.Zero, TimeSpan.FromSeconds(1)), sample => Assert.Equal(0f, sample));
    }

    // Each sample tells its position, modulo 1,000.
    private static void Fill(CallerAudio audio, int seconds)
    {
        for (var i = 0; i < seconds * 50; i++)
        {
            var start = audio.End;
            audio.Append([.. Enumerable.Range(0, 320).Select(n => (short)((start + n) % 1_000))]);
        }
    }
}
