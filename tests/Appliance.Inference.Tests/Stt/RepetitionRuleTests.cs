using Appliance.Inference.Stt;

namespace Appliance.Inference.Tests.Stt;

public sealed class RepetitionRuleTests
{
    [Fact]
    public void KeptBeforeLoop_OfOrdinaryTokens_KeepsAll() =>
        Assert.Equal(20, RepetitionRule.KeptBeforeLoop([.. Enumerable.Range(0, 20)]));

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public void KeptBeforeLoop_OfAShortRun_KeepsIt(int times) =>
        Assert.Equal(times + 1, RepetitionRule.KeptBeforeLoop([7, .. Enumerable.Repeat(5, times)]));

    [Fact]
    public void KeptBeforeLoop_OfThreeEqualSentences_KeepsThem()
    {
        int[] sentence = [1, 2, 3, 4, 5, 6];
        Assert.Equal(18, RepetitionRule.KeptBeforeLoop([.. sentence, .. sentence, .. sentence]));
    }

    [Fact]
    public void KeptBeforeLoop_OfFourEqualPhrases_CutsThem()
    {
        int[] phrase = [1, 2, 3];
        Assert.Equal(2, RepetitionRule.KeptBeforeLoop([8, 9, .. phrase, .. phrase, .. phrase, .. phrase]));
    }
}
