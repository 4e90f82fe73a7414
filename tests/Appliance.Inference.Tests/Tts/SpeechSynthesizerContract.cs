using Appliance.Inference.Tts;

namespace Appliance.Inference.Tests.Tts;

/// <summary>What every <see cref="ISpeechSynthesizer"/> keeps, whatever speaks.</summary>
public abstract class SpeechSynthesizerContract
{
    private const string Text = "Thank you, Ann. Doctor Smith can see you on Tuesday at 9:30! Shall I book it?";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Speak_WhenTextIsCutInPieces_LosesNoWord()
    {
        var chunks = await SpeakAsync(Text);
        Assert.InRange(chunks.Count, 3, 6);
        Assert.Equal(Text, string.Join(' ', chunks.Select(chunk => chunk.Text)));
    }

    [Fact]
    public async Task Speak_WhenTimed_GivesEveryWordAPlaceInOrder()
    {
        foreach (var chunk in await SpeakAsync(Text))
        {
            Assert.Equal(chunk.Text.Split(' '), chunk.Words.Select(w => chunk.Text.Substring(w.TextStart, w.TextLength)));
            var at = 0;
            foreach (var word in chunk.Words)
            {
                Assert.InRange(word.FirstSample, at, chunk.Samples.Length);
                at = word.FirstSample + word.SampleCount;
            }

            Assert.InRange(at, 1, chunk.Samples.Length);
            Assert.Equal(chunk.Text, chunk.TextHeard(chunk.Samples.Length));
            Assert.Empty(chunk.TextHeard(0));
        }
    }

    [Fact]
    public async Task Speak_WhenItSounds_StartsAtOnceAtTheAskedLevelAndRate()
    {
        var synthesizer = await OpenAsync();
        foreach (var chunk in await SpeakAsync(Text))
        {
            Assert.Equal(synthesizer.SampleRate, chunk.SampleRate);
            Assert.InRange(SpeechLevel.VoicedSpan(chunk.Samples).First, 0, chunk.SampleRate / 100);
            Assert.InRange(chunk.Samples.Max(sample => Math.Abs((int)sample)), 16300, 16500);
        }
    }

    [Fact]
    public async Task Speak_WhenNothingIsToBeSaid_GivesNothing()
    {
        Assert.Empty(await SpeakAsync(""));
        Assert.Empty(await SpeakAsync(" \n ?! "));
    }

    [Fact]
    public async Task Speak_WhenTextHoldsOddCharacters_StillSpeaks()
    {
        var chunks = await SpeakAsync("Zero\0byte, \uD83D lone half, \u4E2D\u6587 and <b>marks</b> [[x]] &amp; so on.");
        Assert.NotEmpty(chunks);
        Assert.All(chunks, chunk => Assert.InRange(chunk.Duration.TotalSeconds, 0.2, 60));
    }

    [Fact]
    public async Task Speak_WhenManyCallsSpeakAtOnce_EachGetsItsOwnText()
    {
        var synthesizer = await OpenAsync();
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            synthesizer.SpeakAsync($"Call number {i}. Goodbye.", SpeechOptions.Default, Cancel).ToListAsync(Cancel).AsTask()));
        Assert.All(all, (chunks, i) => Assert.Equal([$"Call number {i}.", "Goodbye."], chunks.Select(chunk => chunk.Text)));
    }

    [Fact]
    public async Task Speak_WhenCancelledBetweenSentences_Stops()
    {
        var synthesizer = await OpenAsync();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var heard = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var chunk in synthesizer.SpeakAsync(Text, SpeechOptions.Default, source.Token))
            {
                heard += chunk.Words.Count > 0 ? 1 : 0;
                await source.CancelAsync();
            }
        });
        Assert.Equal(1, heard);
    }

    /// <summary>The implementation under test; may be opened once and shared.</summary>
    protected abstract Task<ISpeechSynthesizer> OpenAsync();

    private async Task<List<SpeechChunk>> SpeakAsync(string text)
    {
        var synthesizer = await OpenAsync();
        return await synthesizer.SpeakAsync(text, SpeechOptions.Default, Cancel).ToListAsync(Cancel);
    }
}
