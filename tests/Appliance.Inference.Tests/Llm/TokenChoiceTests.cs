using Appliance.Inference.Llm;

namespace Appliance.Inference.Tests.Llm;

public sealed class TokenChoiceTests
{
    private static readonly float[] Logits = [MathF.Log(5), MathF.Log(3), MathF.Log(1), MathF.Log(1)];

    [Fact]
    public void Likeliest_WhenSomeAreForbidden_GivesBothProbabilities()
    {
        var choice = TokenChoice.Likeliest(Logits, [1, 2]);
        Assert.Equal(1, choice.Token);
        Assert.Equal(0.75f, choice.Probability, 1e-6f);
        Assert.Equal(0.3f, choice.RawProbability, 1e-6f);
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.74, 1)]
    [InlineData(0.76, 3)]
    [InlineData(0.999999, 3)]
    public void Drawn_WhenDrawMoves_FollowsTheWeights(double draw, int token) =>
        Assert.Equal(token, TokenChoice.Drawn(Logits, [1, 3], 1, draw).Token);
}
