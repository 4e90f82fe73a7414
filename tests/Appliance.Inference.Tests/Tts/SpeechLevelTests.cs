using Appliance.Inference.Tts;

namespace Appliance.Inference.Tests.Tts;

public sealed class SpeechLevelTests
{
    [Fact]
    public void NormalisePeak_WhenQuietAndLoud_ReachesThePeak()
    {
        short[] quiet = [0, 5000, -6000];
        short[] loud = [32767, -32768];
        SpeechLevel.NormalisePeak(quiet, -6);
        SpeechLevel.NormalisePeak(loud, -6);
        Assert.Equal([0, 13685, -16422], quiet);
        Assert.Equal(-16422, loud[1]);
    }

    [Fact]
    public void NormalisePeak_WhenNearlySilent_DoesNotBlowUpNoise()
    {
        short[] noise = [0, 3, -3];
        SpeechLevel.NormalisePeak(noise, -6);
        Assert.Equal([0, 24, -24], noise);
    }

    [Fact]
    public void Trim_WhenSilenceOnBothEnds_KeepsShortEdgesAndAddsThePause()
    {
        var samples = new short[3000];
        samples.AsSpan(1000, 500).Fill(5000);
        var (trimmed, cut, speechEnd) = SpeechTrim.Trim(samples, 10000, TimeSpan.FromMilliseconds(100));
        Assert.Equal(950, cut);
        Assert.Equal(50 + 500 + 300, speechEnd);
        Assert.Equal(850 + 1000, trimmed.Length);
        Assert.Equal(5000, trimmed[50]);
        Assert.Equal(0, trimmed[49]);
    }

    [Fact]
    public void Trim_WhenAllSilent_IsShort()
    {
        var (trimmed, _, _) = SpeechTrim.Trim(new short[10000], 10000, TimeSpan.Zero);
        Assert.InRange(trimmed.Length, 0, 300);
    }
}
