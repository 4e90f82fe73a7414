using Appliance.Inference.Stt.Whisper;

namespace Appliance.Inference.Tests.Stt.Whisper;

public sealed class TokenChoiceTests
{
    [Fact]
    public void Greedy_WhenASpecialTokenIsLikeliest_TakesTheBestPiece()
    {
        var (token, logProbability) = TokenChoice.Greedy([0, 1, 0, 9, 9], endOfText: 2);

        Assert.Equal(1, token);
        Assert.Equal(MathF.E / (MathF.E + 2), MathF.Exp(logProbability), 1e-5f);
    }

    [Fact]
    public void Greedy_WhenTheEndIsLikeliest_TakesIt() =>
        Assert.Equal(2, TokenChoice.Greedy([0, 1, 3, 9], endOfText: 2).Token);

    [Fact]
    public void Probability_OfLargeLogits_DoesNotOverflow() =>
        Assert.Equal(0.5f, TokenChoice.Probability([1000, 1000, -1000], 1), 1e-5f);
}
