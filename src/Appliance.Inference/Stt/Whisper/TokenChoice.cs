using System.Numerics.Tensors;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>Picks the likeliest token of a row of logits.</summary>
internal static class TokenChoice
{
    /// <summary>
    /// The likeliest piece or the end mark, with the logarithm of its probability among those. Special tokens lie above
    /// the end mark in every Whisper vocabulary and are never chosen. Overwrites <paramref name="logits"/>.
    /// </summary>
    public static (int Token, float LogProbability) Greedy(Span<float> logits, int endOfText)
    {
        var allowed = logits[..(endOfText + 1)];
        var token = TensorPrimitives.IndexOfMax<float>(allowed);
        return (token, -MathF.Log(ExponentialSum(allowed, allowed[token])));
    }

    /// <summary>Probability of one token among all. Overwrites <paramref name="logits"/>.</summary>
    public static float Probability(Span<float> logits, int token)
    {
        var most = TensorPrimitives.Max<float>(logits);
        var own = logits[token];
        return MathF.Exp(own - most) / ExponentialSum(logits, most);
    }

    private static float ExponentialSum(Span<float> logits, float most)
    {
        TensorPrimitives.Subtract(logits, most, logits);
        TensorPrimitives.Exp(logits, logits);
        return TensorPrimitives.Sum<float>(logits);
    }
}
