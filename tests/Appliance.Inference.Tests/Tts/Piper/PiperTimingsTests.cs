using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Piper;

namespace Appliance.Inference.Tests.Tts.Piper;

public sealed class PiperTimingsTests
{
    private static readonly int[] WordOf = [-1, 0, 0, 1, 1, -1];

    [Fact]
    public void Of_WhenIdsAreTimed_JoinsThemToWords() =>
        Assert.Equal(
            [new WordTiming(0, 2, 0, 200), new WordTiming(3, 2, 200, 250)],
            PiperTimings.Of([(0, 2), (3, 2)], WordOf, [50, 100, 100, 100, 100, 50], cutAtStart: 50, speechEnd: 450));

    [Fact]
    public void Estimate_WhenNothingIsTimed_SharesTheVoicedSpan() =>
        Assert.Equal([100, 50, 50, 50, 50, 0], PiperTimings.Estimate(WordOf, 100, 300));

    [Theory]
    [InlineData(10, new[] { 10, 20, 10 })]
    [InlineData(0, new[] { 25, 50, 25 })]
    public void SamplesOf_WhenHopIsKnownOrNot_FillsTheSound(int hop, int[] expected) =>
        Assert.Equal(expected, PiperAudio.SamplesOf([1, 2, 1], 3, 100, hop));

    [Fact]
    public void SamplesOf_WhenFramesDoNotFitTheIds_GivesNone()
    {
        Assert.Null(PiperAudio.SamplesOf([1, 2], 3, 100, 10));
        Assert.Null(PiperAudio.SamplesOf([0, 0, 0], 3, 100, 0));
        Assert.Null(PiperAudio.SamplesOf([float.NaN, 1, 1], 3, 100, 0));
    }
}
