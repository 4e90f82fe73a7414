using System.Collections.Immutable;
using Appliance.Inference.Packs;
using Appliance.Inference.Tests.Stt.References;
using Appliance.Inference.Vad;
using Appliance.Inference.Vad.Silero;

namespace Appliance.Inference.Tests.Vad;

public sealed class SileroDetectorTests
{
    private static readonly string Model = Repository.PathOf("models", "mini", "vad", "silero_vad_v5.onnx");
    private static readonly SileroOptions Options = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DetectAsync_OfSpeech_IsHighInTheMiddle()
    {
        await using var detector = SileroDetector.Load(Model, Options);
        foreach (var reference in Reference.All.Take(8))
        {
            var probabilities = await DetectAllAsync(detector, reference.Samples());

            Assert.True(probabilities.Max() > 0.8f, $"{reference.File}: {probabilities.Max()}");
        }
    }

    [Fact]
    public async Task DetectAsync_OfSilenceAndNoise_IsLow()
    {
        await using var detector = SileroDetector.Load(Model, Options);
        var random = new Random(7);
        var noise = Enumerable.Range(0, 32_000).Select(_ => (float)((random.NextDouble() - 0.5) * 0.02)).ToArray();

        Assert.All(await DetectAllAsync(detector, new float[32_000]), probability => Assert.InRange(probability, 0, 0.2f));
        Assert.All(await DetectAllAsync(detector, noise), probability => Assert.InRange(probability, 0, 0.4f));
    }

    [Fact]
    public async Task DetectAsync_OfATelephoneLineAt8Kilohertz_HearsWordsThatItMissesAt16()
    {
        var speech = await TelephoneSpeech.SayAsync("en-us+f2", "That's correct.");
        await using var wide = SileroDetector.Load(Model, Options);
        await using var narrow = SileroDetector.Load(Model, Options with { SampleRate = 8_000 });
        var (missed, heard) = (VoicedWindows(await DetectAllAsync(wide, speech)), VoicedWindows(await DetectAllAsync(narrow, speech)));
        Assert.True(heard > missed, $"{heard} windows at 8 kHz, {missed} at 16 kHz");
    }

    [Fact]
    public async Task DetectAsync_OfSilenceAt8Kilohertz_IsLow()
    {
        await using var detector = SileroDetector.Load(Model, Options with { SampleRate = 8_000 });
        Assert.All(await DetectAllAsync(detector, new float[32_000]), probability => Assert.InRange(probability, 0, 0.2f));
    }

    [Theory]
    [InlineData("8000", 8_000)]
    [InlineData("16000", 16_000)]
    [InlineData(null, 16_000)]
    public void Options_OfAStage_TakeItsRate(string? parameter, int expected) =>
        Assert.Equal(expected, SileroPack.Options(Stage(parameter), Options).SampleRate);

    [Fact]
    public void Options_OfAStageWithAnotherRate_AreRefused() =>
        Assert.Equal(EngineErrorReason.UnsupportedModel, Assert.Throws<EngineException>(() => SileroPack.Options(Stage("44100"), Options)).Reason);

    [Fact]
    public void Load_AtAnotherRate_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SileroDetector.Load(Model, Options with { SampleRate = 44_100 }));

    [Fact]
    public void Detect_OfABatch_EqualsEachAlone()
    {
        using var network = SileroNetwork.Load(Model);
        var sounds = Reference.All.Take(5).Select(reference => reference.Samples()).ToArray();
        VadStream[] together = [.. sounds.Select(_ => new VadStream())];
        VadStream[] alone = [.. sounds.Select(_ => new VadStream())];
        var batch = new float[5];
        var single = new float[1];
        for (var start = 0; start + 512 <= 16_000; start += 512)
        {
            for (var i = 0; i < sounds.Length; i++)
            {
                var window = start + 512 <= sounds[i].Length ? sounds[i].AsSpan(start, 512) : new float[512];
                together[i].Push(window);
                alone[i].Push(window);
            }

            network.Detect(together, batch);
            for (var i = 0; i < sounds.Length; i++)
            {
                network.Detect(alone.AsSpan(i, 1), single);
                Assert.Equal(single[0], batch[i], 1e-4f);
            }
        }
    }

    [Fact]
    public async Task DetectAsync_OfManyStreamsAtOnce_KeepsTheirStatesApart()
    {
        await using var detector = SileroDetector.Load(Model, Options);
        var speech = Reference.All[0].Samples();
        var expected = await DetectAllAsync(detector, speech);
        var silence = await DetectAllAsync(detector, new float[speech.Length]);
        var together = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            i => DetectAllAsync(detector, i % 2 == 0 ? speech : new float[speech.Length])));

        for (var i = 0; i < together.Length; i++)
        {
            AssertClose(i % 2 == 0 ? expected : silence, together[i]);
        }

        Assert.True(detector.Runs <= detector.Windows);
    }

    [Fact]
    public async Task Reset_AfterSpeech_ForgetsIt()
    {
        await using var detector = SileroDetector.Load(Model, Options);
        var sound = Reference.All[0].Samples();
        var stream = detector.Open();
        var first = await DetectAllAsync(detector, stream, sound);
        stream.Reset();

        AssertClose(first, await DetectAllAsync(detector, stream, sound));
    }

    [Fact]
    public async Task DetectAsync_WithAWrongWindow_Refuses()
    {
        await using var detector = SileroDetector.Load(Model, Options);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await detector.DetectAsync(detector.Open(), new float[511], Cancel));
    }

    [Fact]
    public async Task DetectAsync_AfterDispose_IsStopped()
    {
        var detector = SileroDetector.Load(Model, Options);
        await detector.DisposeAsync();
        var error = await Assert.ThrowsAsync<EngineException>(
            async () => await detector.DetectAsync(detector.Open(), new float[512], Cancel));

        Assert.Equal(EngineErrorReason.Stopped, error.Reason);
    }

    private static int VoicedWindows(float[] probabilities) => probabilities.Count(p => p >= 0.35f);

    private static PackStage Stage(string? rate) => new(
        PackStageKind.Vad, PackEngines.SileroOnnx, [], "", "",
        rate is null ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add("sampleRate", rate));

    private static Task<float[]> DetectAllAsync(SileroDetector detector, float[] samples) =>
        DetectAllAsync(detector, detector.Open(), samples);

    private static async Task<float[]> DetectAllAsync(SileroDetector detector, VadStream stream, float[] samples)
    {
        var probabilities = new float[samples.Length / 512];
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = await detector.DetectAsync(stream, samples.AsMemory(i * 512, 512), Cancel);
        }

        return probabilities;
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-4f);
        }
    }
}
