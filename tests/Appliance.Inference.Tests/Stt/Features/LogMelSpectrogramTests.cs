using Appliance.Inference.Stt.Features;

namespace Appliance.Inference.Tests.Stt.Features;

public sealed class LogMelSpectrogramTests
{
    [Fact]
    public void Write_OfSilence_IsTheFloorEverywhere()
    {
        var features = new float[80 * 512];
        new LogMelSpectrogram(80).Write(new float[81_920], 512, features);

        Assert.All(features, value => Assert.Equal(-1.5f, value, 1e-5f));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(128)]
    public void Write_OfATone_PeaksInItsBin(int mels)
    {
        var tone = Enumerable.Range(0, 16_000).Select(n => MathF.Sin(2 * MathF.PI * 1000 * n / 16_000)).ToArray();
        var features = new float[mels * 100];
        new LogMelSpectrogram(mels).Write(tone, 100, features);
        var peak = Enumerable.Range(0, mels).MaxBy(mel => features[(mel * 100) + 50]);

        // 1,000 Hz is 15 mel of the 45.2 up to 8,000 Hz, in mels + 1 equal steps; filter m peaks at step m + 1.
        Assert.Equal(Math.Round(15 / 45.245 * (mels + 1)) - 1, peak);
    }

    [Fact]
    public void Write_OfPaddedSound_EqualsTheSameSoundWithZerosAppended()
    {
        var random = new Random(5);
        var sound = Enumerable.Range(0, 10_123).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        var spectrogram = new LogMelSpectrogram(80);
        var padded = new float[80 * 101];
        var appended = new float[80 * 101];
        spectrogram.Write(sound, 101, padded);
        spectrogram.Write([.. sound, .. new float[(101 * 160) - sound.Length]], 101, appended);

        Assert.Equal(appended, padded);
    }
}
