using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;

namespace Appliance.Inference.Tests.Tts.Espeak;

public sealed class EspeakSynthesizerTests
{
    private readonly EspeakSynthesizer _synthesizer = new();

    [Fact]
    public async Task Speak_WhenSeveralSentences_GivesAChunkEach()
    {
        var chunks = await SpeakAsync("Good morning. Which day suits you? Thank you!");
        Assert.Equal(["Good morning.", "Which day suits you?", "Thank you!"], chunks.Select(c => c.Text));
        Assert.All(chunks, c => Assert.Equal(22050, c.SampleRate));
        Assert.All(chunks, c => Assert.InRange(c.Duration.TotalSeconds, 0.3, 3));
    }

    [Fact]
    public async Task Speak_WhenTrimmed_StartsWithin10MsAndPausesBetweenSentencesOnly()
    {
        var chunks = await SpeakAsync("Hello there. Hello there.");
        foreach (var chunk in chunks)
        {
            Assert.InRange(SpeechLevel.VoicedSpan(chunk.Samples).First, 0, 220);
        }

        Assert.InRange(TrailingSilence(chunks[0]), 3300, 4400);
        Assert.InRange(TrailingSilence(chunks[1]), 0, 1000);
    }

    [Fact]
    public async Task Speak_WhenLevelled_PeaksAtTheAskedLevel()
    {
        var normal = Assert.Single(await SpeakAsync("Good morning."));
        var quiet = Assert.Single(await SpeakAsync("Good morning.", new SpeechOptions { PeakDecibels = -20 }));
        Assert.InRange(normal.Samples.Max(s => Math.Abs((int)s)), 16400, 16440);
        Assert.InRange(quiet.Samples.Max(s => Math.Abs((int)s)), 3270, 3285);
    }

    [Fact]
    public async Task Speak_WhenWordsAreTimed_TheyStandInOrderOverTheWholeSpeech()
    {
        var chunk = Assert.Single(await SpeakAsync("It is 3:30 on 12 May, Ms O'Neil \u2014 the caf\u00e9 \U0001F600 opens."));
        Assert.False(chunk.TimingsEstimated);
        Assert.Equal(
            ["It", "is", "3:30", "on", "12", "May,", "Ms", "O'Neil", "the", "caf\u00e9", "opens."],
            chunk.Words.Select(w => chunk.Text.Substring(w.TextStart, w.TextLength)));
        var at = 0;
        foreach (var word in chunk.Words)
        {
            Assert.InRange(word.FirstSample, at, chunk.Samples.Length);
            Assert.InRange(word.SampleCount, 441, 40000);
            at = word.FirstSample + word.SampleCount;
        }

        Assert.InRange(at, chunk.Samples.Length - 1000, chunk.Samples.Length);
    }

    [Fact]
    public async Task Speak_WhenRateAndPitchChange_TheSoundDoes()
    {
        const string Text = "We have an opening on Tuesday at nine.";
        var normal = Assert.Single(await SpeakAsync(Text));
        var fast = Assert.Single(await SpeakAsync(Text, new SpeechOptions { Rate = 1.5 }));
        var high = Assert.Single(await SpeakAsync(Text, new SpeechOptions { Pitch = 1.5 }));
        var british = Assert.Single(await SpeakAsync(Text, new SpeechOptions { Voice = "en-gb-x-rp" }));
        Assert.InRange((double)normal.Samples.Length / fast.Samples.Length, 1.3, 1.7);
        Assert.NotEqual(normal.Samples, high.Samples);
        Assert.NotEqual(normal.Samples, british.Samples);
    }

    [Fact]
    public async Task Speak_WhenManyCallsSpeakAtOnce_EachHearsItsOwnText()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SpeakAsync(i % 2 == 0 ? "Alone." : "A rather longer sentence.")));
        Assert.All(all.Where((_, i) => i % 2 == 0), chunks => Assert.InRange(chunks[0].Duration.TotalSeconds, 0.3, 0.7));
        Assert.All(all.Where((_, i) => i % 2 == 1), chunks => Assert.InRange(chunks[0].Duration.TotalSeconds, 1.0, 2.5));
    }

    [Fact]
    public async Task Speak_WhenTextHoldsNoWord_GivesNothing() => Assert.Empty(await SpeakAsync(" ... "));

    [Fact]
    public async Task Speak_WhenCancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _synthesizer.SpeakAsync("Hello.", SpeechOptions.Default, source.Token).ToListAsync(CancellationToken.None));
    }

    private static int TrailingSilence(SpeechChunk chunk) => chunk.Samples.Length - SpeechLevel.VoicedSpan(chunk.Samples).End;

    private ValueTask<List<SpeechChunk>> Speaking(string text, SpeechOptions? options) =>
        _synthesizer.SpeakAsync(text, options ?? SpeechOptions.Default, TestContext.Current.CancellationToken).ToListAsync();

    private Task<List<SpeechChunk>> SpeakAsync(string text, SpeechOptions? options = null) => Speaking(text, options).AsTask();
}
