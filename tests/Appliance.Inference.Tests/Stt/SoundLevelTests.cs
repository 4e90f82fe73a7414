using Appliance.Inference.Stt;

namespace Appliance.Inference.Tests.Stt;

public sealed class SoundLevelTests
{
    [Fact]
    public void LoudestDecibels_OfSilence_IsMinus120() => Assert.Equal(-120, SoundLevel.LoudestDecibels(new float[1000]));

    [Fact]
    public void LoudestDecibels_OfNothing_IsMinus120() => Assert.Equal(-120, SoundLevel.LoudestDecibels([]));

    [Fact]
    public void LoudestDecibels_OfOneLoudFrame_IsItsLevel()
    {
        var samples = new float[3200];
        samples.AsSpan(320, 320).Fill(0.1f);
        Assert.Equal(-20, SoundLevel.LoudestDecibels(samples), 0.01);
    }
}
