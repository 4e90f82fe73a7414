using Appliance.Inference.Tts;

namespace Appliance.Inference.Tests.Tts;

public sealed class SpeechSegmenterTests
{
    private static readonly SegmentLimits Wide = new(1000, 1000);

    [Theory]
    [InlineData("Hello. How are you?", "Hello.|How are you?")]
    [InlineData("Dr. Smith is in. Shall I book?", "Dr. Smith is in.|Shall I book?")]
    [InlineData("It costs 3.50 dollars! Fine.", "It costs 3.50 dollars!|Fine.")]
    [InlineData("At 10 a.m. on Monday. Good?", "At 10 a.m. on Monday.|Good?")]
    [InlineData("At 10 a.m. Would that suit?", "At 10 a.m.|Would that suit?")]
    [InlineData("He said \"yes.\" Then he left.", "He said \"yes.\"|Then he left.")]
    [InlineData("J. R. Smith is here.", "J. R. Smith is here.")]
    [InlineData("No. I cannot.", "No.|I cannot.")]
    [InlineData("one\ntwo", "one|two")]
    [InlineData("  ... !  ", "")]
    [InlineData("", "")]
    [InlineData("the dogs' bowls are o'clock", "the dogs' bowls are o'clock")]
    public void Split_WhenGivenEnglish_CutsAtSentences(string text, string expected) =>
        Assert.Equal(expected, Pieces(text, Wide));

    [Fact]
    public void Split_WhenFirstSentenceIsLong_CutsItAtTheLastClauseWithinTheLimit() =>
        Assert.Equal(
            "Of course, let me look,|and then we will find a time that suits you well.",
            Pieces("Of course, let me look, and then we will find a time that suits you well.", new SegmentLimits(30, 1000)));

    [Fact]
    public void Split_WhenNoClauseFits_CutsAtABlank() =>
        Assert.Equal("aaaa bbbb cccc dddd|eeee ffff gggg hhhh|iiii", Pieces("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii", new SegmentLimits(20, 20)));

    [Fact]
    public void Split_WhenWordsAreGluedBeyondTheLimit_KeepsThemWhole() =>
        Assert.Equal(new string('a', 50), Pieces(new string('a', 50), new SegmentLimits(20, 20)));

    private static string Pieces(string text, SegmentLimits limits) =>
        string.Join('|', SpeechSegmenter.Split(text, limits).Select(s => text.Substring(s.Start, s.Length)));
}
