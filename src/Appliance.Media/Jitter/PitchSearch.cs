using System.Numerics.Tensors;

namespace Appliance.Media.Jitter;

/// <summary>Finds the pitch period at the end of some speech at 8 kHz (G.711 Appendix I §I.2.3).</summary>
internal static class PitchSearch
{
    /// <summary>Shortest period: 5 ms, 200 Hz.</summary>
    public const int Shortest = 40;

    /// <summary>Longest period: 15 ms, 66 Hz.</summary>
    public const int Longest = 120;

    private const int Compared = 160;

    /// <summary>Samples that are looked at.</summary>
    public const int Needed = Compared + Longest;

    // A quiet stretch must not win because it divides by next to nothing.
    private const float LeastPower = 250;

    /// <summary>The lag with the best normalised correlation of the last 20 ms.</summary>
    public static int Find(ReadOnlySpan<float> history)
    {
        var recent = history[^Compared..];
        var best = Longest;
        var bestScore = float.NegativeInfinity;
        for (var lag = Shortest; lag <= Longest; lag++)
        {
            var lagged = history.Slice(history.Length - Compared - lag, Compared);
            var score = TensorPrimitives.Dot(recent, lagged)
                / MathF.Sqrt(Math.Max(LeastPower, TensorPrimitives.SumOfSquares(lagged)));
            if (score > bestScore)
            {
                bestScore = score;
                best = lag;
            }
        }

        return best;
    }
}
