using Appliance.Inference.Tts;

namespace Appliance.Inference.Tests.Tts;

public sealed class SpeechChunkTests
{
    private static readonly SpeechChunk Chunk = new(
        new short[1000], 1000, "Good morning, Ann.", [new(0, 4, 10, 290), new(5, 8, 300, 300), new(14, 4, 600, 300)], false);

    [Theory]
    [InlineData(0, "")]
    [InlineData(154, "")]
    [InlineData(155, "Good")]
    [InlineData(449, "Good")]
    [InlineData(450, "Good morning,")]
    [InlineData(750, "Good morning, Ann.")]
    [InlineData(1000, "Good morning, Ann.")]
    public void TextHeard_WhenPlaybackStops_HoldsTheWordsHeardByHalf(int played, string heard) =>
        Assert.Equal(heard, Chunk.TextHeard(played));

    [Fact]
    public void Duration_WhenAsked_FollowsTheRate() => Assert.Equal(TimeSpan.FromSeconds(1), Chunk.Duration);
}
