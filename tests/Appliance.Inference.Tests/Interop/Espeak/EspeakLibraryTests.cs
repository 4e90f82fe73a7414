using Appliance.Inference.Interop.Espeak;

namespace Appliance.Inference.Tests.Interop.Espeak;

public sealed class EspeakLibraryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Open_WhenInstalled_ReportsVersionAndRate()
    {
        var library = EspeakLibrary.Open();
        EspeakLibrary.RequireVersion(library.Version);
        Assert.Equal(22050, library.SampleRate);
    }

    [Theory]
    [InlineData("1.48.15")]
    [InlineData("2.0")]
    [InlineData("")]
    public void RequireVersion_WhenNotOfTheKnownLine_SaysWhichIsNeeded(string version)
    {
        var error = Assert.Throws<EngineException>(() => EspeakLibrary.RequireVersion(version));
        Assert.Equal(EngineErrorReason.WrongLibraryVersion, error.Reason);
        Assert.Contains("1.50", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequireLibrary_WhenAbsent_NamesFileStageAndMend()
    {
        var error = Assert.Throws<EngineException>(() => EspeakLibrary.RequireLibrary("libespeak-absent.so.9"));
        Assert.Equal(EngineErrorReason.MissingLibrary, error.Reason);
        Assert.Contains("libespeak-absent.so.9", error.Message, StringComparison.Ordinal);
        Assert.Contains("TTS", error.Message, StringComparison.Ordinal);
        Assert.Contains("scripts/setup.sh", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello", "həlˈoʊ")]
    [InlineData("I saw the café", "aɪ sˈɔː ðə kæfˈeɪ")]
    public async Task Phonemes_WhenAmericanEnglish_AreIpa(string text, string expected) =>
        Assert.Equal(expected, await EspeakLibrary.Open().PhonemesAsync(text, "en-us", Cancel));

    [Fact]
    public async Task Speak_WhenVoiceIsUnknown_FailsAndTheNextCallSpeaks()
    {
        var library = EspeakLibrary.Open();
        var error = await Assert.ThrowsAsync<EngineException>(
            async () => await library.SpeakAsync("Hello", new EspeakVoiceSettings("no-such-voice", 175, 50), Cancel));
        Assert.Equal(EngineErrorReason.InvalidInput, error.Reason);

        var audio = await library.SpeakAsync("Hello", new EspeakVoiceSettings("en-us", 175, 50), Cancel);
        Assert.NotEqual(0, audio.Samples.Length);
    }

    [Fact]
    public async Task Speak_WhenCancelledWithinASentence_EndsAndTheNextCallIsWhole()
    {
        var library = EspeakLibrary.Open();
        var settings = new EspeakVoiceSettings("en-us", 175, 50);
        var whole = await library.SpeakAsync("Good morning.", settings, Cancel);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var endless = string.Join(' ', Enumerable.Repeat("and then some more words follow", 4000));
        var speaking = library.SpeakAsync(endless, settings, source.Token).AsTask();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => speaking);
        var again = await library.SpeakAsync("Good morning.", settings, Cancel);
        // The library varies its voice a little from one utterance to the next.
        Assert.InRange(again.Samples.Length, whole.Samples.Length - 220, whole.Samples.Length + 220);
    }
}
