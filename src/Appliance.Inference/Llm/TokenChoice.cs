using System.Numerics.Tensors;

namespace Appliance.Inference.Llm;

/// <summary>A chosen token with its probabilities, see <see cref="CompletionToken"/>.</summary>
internal readonly record struct TokenChoice(int Token, float Probability, float RawProbability)
{
    /// <summary>The likeliest of the allowed tokens; of equals the first.</summary>
    internal static TokenChoice Likeliest(ReadOnlySpan<float> logits, IReadOnlyList<int> allowed)
    {
        var best = allowed[0];
        foreach (var token in allowed)
        {
            best = logits[token] > logits[best] ? token : best;
        }

        return Of(best, logits, allowed);
    }

    /// <summary>One of the allowed tokens, drawn by the softmax of their logits over <paramref name="temperature"/>.</summary>
    /// <param name="logits">One per token of the vocabulary.</param>
    /// <param name="allowed">At least one token.</param>
    /// <param name="temperature">Above 0.</param>
    /// <param name="draw">From [0, 1).</param>
    internal static TokenChoice Drawn(ReadOnlySpan<float> logits, IReadOnlyList<int> allowed, float temperature, double draw)
    {
        var highest = Highest(logits, allowed);
        var weights = new double[allowed.Count];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] = Math.Exp((logits[allowed[i]] - highest) / temperature);
        }

        var rest = draw * sum;
        var chosen = 0;
        while (chosen < weights.Length - 1 && rest >= weights[chosen])
        {
            rest -= weights[chosen++];
        }

        return Of(allowed[chosen], logits, allowed);
    }

    private static TokenChoice Of(int token, ReadOnlySpan<float> logits, IReadOnlyList<int> allowed)
    {
        var highest = Highest(logits, allowed);
        var sum = 0.0;
        foreach (var other in allowed)
        {
            sum += Math.Exp(logits[other] - highest);
        }

        var peak = TensorPrimitives.Max(logits);
        var rawSum = 0.0;
        foreach (var logit in logits)
        {
            rawSum += Math.Exp(logit - peak);
        }

        return new TokenChoice(token, (float)(Math.Exp(logits[token] - highest) / sum), (float)(Math.Exp(logits[token] - peak) / rawSum));
    }

    private static float Highest(ReadOnlySpan<float> logits, IReadOnlyList<int> allowed)
    {
        var highest = float.NegativeInfinity;
        foreach (var token in allowed)
        {
            highest = Math.Max(highest, logits[token]);
        }

        return highest;
    }
}
