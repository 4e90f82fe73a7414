using Appliance.Inference.Stt;
using Appliance.Inference.Stt.Features;
using Appliance.Inference.Stt.Whisper;

namespace Appliance.Inference.Tests.Stt.References;

/// <summary>The whole chain from samples to text against the code that trained the model.</summary>
public sealed class ReferenceTests
{
    private static readonly WhisperFiles Files = WhisperFiles.In(Repository.PathOf("models", "mini", "whisper"));

    [Fact]
    public void Write_OfEveryReference_GivesTheTrainingCodesFeatures()
    {
        var spectrogram = new LogMelSpectrogram(80);
        foreach (var reference in Reference.All)
        {
            var samples = reference.Samples();
            var frames = (samples.Length + 81_919) / 81_920 * 512;
            var features = new float[80 * frames];
            spectrogram.Write(samples, frames, features);

            Assert.Equal(reference.MelMean, features.Average(), 1e-3f);
            for (var bin = 0; bin < 4; bin++)
            {
                Assert.Equal(reference.MelFrame100Bins0to3[bin], features[(bin * frames) + 100], 1e-3f);
            }
        }
    }

    [Fact]
    public async Task RecognizeAsync_OfEveryReference_GivesTheTrainingCodesTokensAndText()
    {
        Assert.Equal(24, Reference.All.Count);
        using var recognizer = WhisperRecognizer.Load(Files, new WhisperOptions(), TimeProvider.System);
        foreach (var reference in Reference.All)
        {
            var transcript = await recognizer.RecognizeAsync(
                new RecognitionRequest(reference.Samples(), RecognitionKind.Final), TestContext.Current.CancellationToken);

            Assert.Equal(reference.Tokens, transcript.Tokens.Select(token => token.Id));
            Assert.Equal(reference.Text, transcript.Text);
            Assert.Equal(TranscriptVerdict.Speech, transcript.Verdict);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{reference.File} {transcript.AverageLogProbability:F2} {transcript.EncodeTime.TotalMilliseconds:F1} {transcript.DecodeTime.TotalMilliseconds:F1} ms {transcript.Text}");
        }
    }

    [Fact]
    public async Task RecognizeAsync_OfAllReferencesAtOnce_GivesTheSameTextInFewerRuns()
    {
        using var recognizer = WhisperRecognizer.Load(Files, new WhisperOptions(), TimeProvider.System);
        var transcripts = await Task.WhenAll(Reference.All.Select(reference => recognizer.RecognizeAsync(
            new RecognitionRequest(reference.Samples(), RecognitionKind.Final), TestContext.Current.CancellationToken).AsTask()));

        Assert.Equal(Reference.All.Select(reference => reference.Text), transcripts.Select(transcript => transcript.Text));
        Assert.Equal(24, recognizer.Statistics.Utterances);
        Assert.InRange(recognizer.Statistics.Batches, 3, 12);
    }
}
