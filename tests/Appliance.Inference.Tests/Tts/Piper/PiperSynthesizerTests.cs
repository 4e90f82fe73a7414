using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Piper;

namespace Appliance.Inference.Tests.Tts.Piper;

public sealed class PiperSynthesizerTests(TinyVoice tiny) : IClassFixture<TinyVoice>
{
    private const int Hop = 256;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Speak_WhenSeveralSentences_GivesAChunkEach()
    {
        using var voice = await tiny.OpenAsync("sentences.onnx");
        var chunks = await SpeakAsync(voice, "Good morning. Which day suits you?");
        Assert.Equal(["Good morning.", "Which day suits you?"], chunks.Select(chunk => chunk.Text));
        Assert.All(chunks, chunk => Assert.Equal(22050, chunk.SampleRate));
        Assert.All(chunks, chunk => Assert.InRange(chunk.Samples.Max(s => Math.Abs((int)s)), 16300, 16440));
    }

    [Fact]
    public async Task Speak_WhenVoiceTellsDurations_TimesWordsExactly()
    {
        using var voice = await tiny.OpenAsync("durations.onnx");
        var chunk = Assert.Single(await SpeakAsync(voice, "Good morning Ann."));
        Assert.False(chunk.TimingsEstimated);
        Assert.Equal(["Good", "morning", "Ann."], chunk.Words.Select(w => chunk.Text.Substring(w.TextStart, w.TextLength)));

        // The voice sounds 2 + id % 3 frames per id and 2 per pad: ɡ ˈ ʊ d and the blank, each with its pad.
        var map = PiperConfigFile.Read(tiny.PathOf("durations.onnx.json")).PhonemeIds;
        var clause = Assert.Single(await new Appliance.Inference.Tts.Phonemes.Phonemizer("en-us").PhonemizeAsync(chunk.Text, Cancel));
        var first = clause.Phonemes.Take(clause.WordOf.Count(word => word == 0)).Sum(p => 4 + (map[p][0] % 3)) * Hop;
        var between = chunk.Words[1].FirstSample - chunk.Words[0].FirstSample;
        Assert.InRange(between, first - (3 * Hop), first + (3 * Hop));
    }

    [Fact]
    public async Task Speak_WhenVoiceTellsNoDurations_EstimatesThem()
    {
        using var voice = await tiny.OpenAsync("silent-durations.onnx", "--no-durations");
        var chunk = Assert.Single(await SpeakAsync(voice, "Good morning Ann."));
        Assert.True(chunk.TimingsEstimated);
        Assert.Equal(3, chunk.Words.Count);
        Assert.Equal(0, chunk.Words[0].FirstSample);
        Assert.All(chunk.Words, word => Assert.True(word.SampleCount > 0));
        Assert.InRange(chunk.Words[2].FirstSample + chunk.Words[2].SampleCount, chunk.Samples.Length - 700, chunk.Samples.Length);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public async Task Speak_WhenOutputHasAnotherRank_SoundsTheSame(string rank)
    {
        using var four = await tiny.OpenAsync("rank4-" + rank + ".onnx");
        using var other = await tiny.OpenAsync("rank" + rank + ".onnx", "--shape", rank);
        Assert.Equal((await SpeakAsync(four, "Yes."))[0].Samples, (await SpeakAsync(other, "Yes."))[0].Samples);
    }

    [Fact]
    public async Task Speak_WhenSpeakerIsChosen_SoundsOtherwise()
    {
        using var voice = await tiny.OpenAsync("speakers.onnx", "--speakers", "3");
        var first = await SpeakAsync(voice, "Yes.");
        var named = await SpeakAsync(voice, "Yes.", new SpeechOptions { Voice = "speaker2" });
        var numbered = await SpeakAsync(voice, "Yes.", new SpeechOptions { Voice = "2" });
        Assert.NotEqual(first[0].Samples, named[0].Samples);
        Assert.Equal(named[0].Samples, numbered[0].Samples);

        var error = await Assert.ThrowsAsync<EngineException>(() => SpeakAsync(voice, "Yes.", new SpeechOptions { Voice = "nobody" }));
        Assert.Equal(EngineErrorReason.InvalidInput, error.Reason);
    }

    [Fact]
    public async Task Speak_WhenRateIsDoubled_IsShorter()
    {
        using var voice = await tiny.OpenAsync("rate.onnx");
        var normal = await SpeakAsync(voice, "We have an opening on Tuesday.");
        var fast = await SpeakAsync(voice, "We have an opening on Tuesday.", new SpeechOptions { Rate = 2 });
        Assert.InRange((double)normal[0].Samples.Length / fast[0].Samples.Length, 1.5, 2.5);
    }

    [Fact]
    public async Task Speak_WhenFirstSentenceIsLong_StartsWithItsFirstClause()
    {
        using var voice = await tiny.OpenAsync("clauses.onnx");
        var chunks = await SpeakAsync(voice, "Of course, let me have a look, and then we will find a time that suits you well.");
        Assert.Equal("Of course, let me have a look,", chunks[0].Text);
        Assert.Equal(2, chunks.Count);
    }

    [Fact]
    public async Task Speak_WhenCancelled_Stops()
    {
        using var voice = await tiny.OpenAsync("cancel.onnx");
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await voice.SpeakAsync("Hello.", SpeechOptions.Default, source.Token).ToListAsync(CancellationToken.None));
    }

    private static async Task<List<SpeechChunk>> SpeakAsync(PiperSynthesizer voice, string text, SpeechOptions? options = null) =>
        await voice.SpeakAsync(text, options ?? SpeechOptions.Default, Cancel).ToListAsync();
}
