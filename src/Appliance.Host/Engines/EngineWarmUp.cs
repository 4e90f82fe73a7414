using Appliance.Inference.Stt;
using Appliance.Inference.Stt.Whisper;
using Appliance.Inference.Tts;
using Appliance.Inference.Vad;
using Appliance.Inference.Vad.Silero;

namespace Appliance.Host.Engines;

/// <summary>Runs every engine once: the first run of each shape plans its memory, which would make the first call slow.</summary>
internal static class EngineWarmUp
{
    private const int SampleRate = 16_000;

    // Some −34 dBFS: below −60 dBFS the recogniser would answer without asking the model.
    private const double Amplitude = 0.02;

    /// <summary>Renders the fixed phrases, detects in single and batched windows, recognises alone, batched and with long sound.</summary>
    public static async Task RunAsync(EngineSet engines, IReadOnlyList<string> phrases, CancellationToken cancellationToken)
    {
        await engines.Synthesizer.RenderAsync(phrases, SpeechOptions.Default, cancellationToken);
        await DetectAsync(engines.VoiceActivity, cancellationToken);
        if (engines.Recognizer is { } recognizer)
        {
            await RecognizeAsync(recognizer, seconds: 2, count: 1, cancellationToken);
            await RecognizeAsync(recognizer, seconds: 6, count: 1, cancellationToken);
            await RecognizeAsync(recognizer, seconds: 2, count: 2 * new WhisperOptions().MaxBatch, cancellationToken);
        }
    }

    private static async Task DetectAsync(SileroDetector detector, CancellationToken cancellationToken)
    {
        foreach (var streams in (int[])[1, 8, 32])
        {
            var window = Noise(VadStream.WindowSamples);
            await Task.WhenAll(Enumerable.Range(0, streams).Select(_ => detector.DetectAsync(detector.Open(), window, cancellationToken).AsTask()));
        }
    }

    private static async Task RecognizeAsync(ISpeechRecognizer recognizer, int seconds, int count, CancellationToken cancellationToken)
    {
        var noise = Noise(seconds * SampleRate);
        await Task.WhenAll(Enumerable.Range(0, count)
            .Select(_ => recognizer.RecognizeAsync(noise, RecognitionKind.Final, cancellationToken).AsTask()));
    }

    private static float[] Noise(int samples)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, samples).Select(_ => (float)(Amplitude * ((2 * random.NextDouble()) - 1)))];
    }
}
