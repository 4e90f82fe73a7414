using Appliance.Inference.Stt;
using Appliance.Inference.Stt.Whisper;
using Appliance.Inference.Tests.Stt.References;

namespace Appliance.Inference.Tests.Stt.Whisper;

public sealed class WhisperRecognizerTests
{
    private static readonly WhisperFiles Files = WhisperFiles.In(Repository.PathOf("models", "mini", "whisper"));

    [Fact]
    public async Task RecognizeAsync_OfSilence_IsSilenceWithoutARun()
    {
        using var recognizer = Load(new WhisperOptions());
        var transcript = await RecognizeAsync(recognizer, new float[16_000], RecognitionKind.Final);

        Assert.Equal(TranscriptVerdict.Silence, transcript.Verdict);
        Assert.Equal(0, recognizer.Statistics.Batches);
    }

    [Fact]
    public async Task RecognizeAsync_OfNoise_IsNotBelieved()
    {
        using var recognizer = Load(new WhisperOptions());
        var random = new Random(11);
        foreach (var level in (float[])[0.01f, 0.05f, 0.2f])
        {
            var noise = Enumerable.Range(0, 24_000).Select(_ => ((float)random.NextDouble() - 0.5f) * level).ToArray();
            var transcript = await RecognizeAsync(recognizer, noise, RecognitionKind.Final);

            Assert.True(transcript.Verdict != TranscriptVerdict.Speech, $"{transcript.AverageLogProbability} {transcript.Text}");
        }
    }

    [Fact]
    public async Task RecognizeAsync_BeyondThirtySeconds_HearsTheLastThirty()
    {
        // The mini pack never heard more than 15 s, so the words mean nothing here; they must be those of the end alone.
        using var recognizer = Load(new WhisperOptions());
        float[] all = [.. Reference.All.SelectMany(reference => reference.Samples()).Take(560_000)];
        var whole = await RecognizeAsync(recognizer, all, RecognitionKind.Final);
        var end = await RecognizeAsync(recognizer, all[^480_000..], RecognitionKind.Final);

        Assert.Equal(560_000, all.Length);
        Assert.Equal(end.Tokens, whole.Tokens);
        Assert.NotEmpty(whole.Tokens);
    }

    [Fact]
    public async Task RecognizeAsync_WhenCancelledBefore_Throws()
    {
        using var recognizer = Load(new WhisperOptions());
        var request = new RecognitionRequest(Reference.All[0].Samples(), RecognitionKind.Final);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await recognizer.RecognizeAsync(request, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task RecognizeAsync_WhenCancelledMeanwhile_ThrowsAndTheRestIsAnswered()
    {
        using var recognizer = Load(new WhisperOptions { MaxBatch = 1 });
        using var cancel = new CancellationTokenSource();
        var others = Reference.All.Take(3).Select(r => RecognizeAsync(recognizer, r.Samples(), RecognitionKind.Final)).ToArray();
        var cancelled = recognizer.RecognizeAsync(
            new RecognitionRequest(Reference.All[18].Samples(), RecognitionKind.Partial), cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(Reference.All.Take(3).Select(r => r.Text), (await Task.WhenAll(others)).Select(t => t.Text));
    }

    [Fact]
    public async Task RecognizeAsync_OfPartialsOfOneUtterance_AnswersTheNewest()
    {
        using var recognizer = Load(new WhisperOptions());
        var sound = Reference.All[0].Samples();
        var requests = Enumerable.Range(1, 6).Select(part => new RecognitionRequest(
            sound.AsMemory(0, sound.Length * part / 6), RecognitionKind.Partial, "call-1"));
        var transcripts = await Task.WhenAll(requests.Select(r => recognizer.RecognizeAsync(r, CancellationToken.None).AsTask()));

        Assert.Equal(Reference.All[0].Text, transcripts[^1].Text);
        Assert.Equal(recognizer.Statistics.Displaced, transcripts.Count(t => t.Verdict == TranscriptVerdict.Displaced));
        Assert.True(recognizer.Statistics.Displaced >= 3, $"{recognizer.Statistics}");
    }

    [Fact]
    public async Task RecognizeAsync_WithManyWorkers_GivesTheSameText()
    {
        using var recognizer = Load(new WhisperOptions { Workers = 3, MaxBatch = 2 });
        var transcripts = await Task.WhenAll(Reference.All.Take(8).Select(r => RecognizeAsync(recognizer, r.Samples(), RecognitionKind.Final)));

        Assert.Equal(Reference.All.Take(8).Select(r => r.Text), transcripts.Select(t => t.Text));
    }

    [Fact]
    public async Task Dispose_WithWaitingWork_StopsIt()
    {
        var recognizer = Load(new WhisperOptions { MaxBatch = 1 });
        var waiting = Reference.All.Select(r => RecognizeAsync(recognizer, r.Samples(), RecognitionKind.Final)).ToArray();
        recognizer.Dispose();

        var error = await Assert.ThrowsAsync<EngineException>(() => waiting[^1]);
        Assert.Equal(EngineErrorReason.Stopped, error.Reason);
        await Assert.ThrowsAsync<EngineException>(() => RecognizeAsync(recognizer, Reference.All[0].Samples(), RecognitionKind.Final));
    }

    [Fact]
    public void Load_WhenFilesAreSwapped_IsUnsupported()
    {
        var swapped = Files with { Encoder = Files.Decoder, Decoder = Files.Encoder };
        var error = Assert.Throws<EngineException>(() => WhisperRecognizer.Load(swapped, new WhisperOptions(), TimeProvider.System));

        Assert.Equal(EngineErrorReason.UnsupportedModel, error.Reason);
    }

    [Fact]
    public void Load_WhenAnOptionIsOutOfRange_NamesIt() =>
        Assert.Equal(
            "Workers",
            Assert.Throws<ArgumentOutOfRangeException>(() => Load(new WhisperOptions { Workers = 0 })).ParamName);

    private static WhisperRecognizer Load(WhisperOptions options) => WhisperRecognizer.Load(Files, options, TimeProvider.System);

    private static Task<Transcript> RecognizeAsync(WhisperRecognizer recognizer, float[] samples, RecognitionKind kind) =>
        recognizer.RecognizeAsync(new RecognitionRequest(samples, kind), TestContext.Current.CancellationToken).AsTask();
}
