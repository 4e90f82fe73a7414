using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Espeak;
using Appliance.Inference.Tts.Phrases;

namespace Appliance.Inference.Tests.Tts.Phrases;

public sealed class PhraseCacheTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Speak_WhenPhraseWasRendered_GivesTheSameChunksWithoutSynthesis()
    {
        var cache = Open();
        await cache.RenderAsync(["Good morning. How can I help?", "Good morning. How can I help?"], SpeechOptions.Default, Cancel);
        var first = await SpeakAsync(cache, "Good morning. How can I help?");
        var second = await SpeakAsync(cache, "Good morning. How can I help?");
        Assert.Equal(2, first.Count);
        Assert.Same(first[0], second[0]);
        Assert.Equal((2, 0), (cache.Hits, cache.Misses));
    }

    [Fact]
    public async Task Speak_WhenOptionsDiffer_IsAnotherPhrase()
    {
        var cache = Open();
        await cache.RenderAsync(["Yes."], SpeechOptions.Default, Cancel);
        await cache.SpeakAsync("Yes.", new SpeechOptions { Rate = 1.2 }, Cancel).ToListAsync(Cancel);
        await cache.SpeakAsync("Yes.", new SpeechOptions(), Cancel).ToListAsync(Cancel);
        Assert.Equal((1, 1), (cache.Hits, cache.Misses));
    }

    [Fact]
    public async Task Speak_WhenSpokenLately_IsKeptUnlessBrokenOff()
    {
        var cache = Open();
        await foreach (var chunk in cache.SpeakAsync("One. Two.", SpeechOptions.Default, Cancel))
        {
            Assert.Equal("One.", chunk.Text);
            break;
        }

        Assert.Equal(2, (await SpeakAsync(cache, "One. Two.")).Count);
        Assert.Equal(2, (await SpeakAsync(cache, "One. Two.")).Count);
        Assert.Equal((1, 2), (cache.Hits, cache.Misses));
    }

    [Fact]
    public async Task Speak_WhenTextIsTooLong_IsNotKept()
    {
        var cache = new PhraseCache(new EspeakSynthesizer(), new PhraseCacheOptions { LongestText = 4 });
        await SpeakAsync(cache, "Hello.");
        await SpeakAsync(cache, "Hello.");
        Assert.Equal((0, 2), (cache.Hits, cache.Misses));
    }

    [Fact]
    public void Recent_WhenFull_DropsTheLeastLatelyAskedFor()
    {
        var recent = new RecentSpeech(bytes: 400);
        recent.Add(Key("a"), Sound(100));
        recent.Add(Key("b"), Sound(100));
        Assert.True(recent.TryGet(Key("a"), out _));
        recent.Add(Key("c"), Sound(100));
        Assert.False(recent.TryGet(Key("b"), out _));
        Assert.True(recent.TryGet(Key("a"), out _));
        Assert.Equal((400, 2), (recent.Bytes, recent.Count));
    }

    [Fact]
    public void Recent_WhenOneIsOverTheBound_IsNotKept()
    {
        var recent = new RecentSpeech(bytes: 100);
        recent.Add(Key("a"), Sound(51));
        Assert.Equal((0, 0), (recent.Bytes, recent.Count));
    }

    private static PhraseCache Open() => new(new EspeakSynthesizer(), new PhraseCacheOptions());

    private static PhraseKey Key(string text) => new(text, SpeechOptions.Default);

    private static SpeechChunk[] Sound(int samples) => [new(new short[samples], 22050, "x", [], false)];

    private static async Task<List<SpeechChunk>> SpeakAsync(PhraseCache cache, string text) =>
        await cache.SpeakAsync(text, SpeechOptions.Default, Cancel).ToListAsync();
}
