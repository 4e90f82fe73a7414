using System.Numerics;

namespace Appliance.Inference.Stt.Features;

/// <summary>
/// Slaney's mel filters over 201 bins of 40 Hz, area-normalised, as librosa makes them and Whisper was trained with.
/// See https://librosa.org/doc/main/generated/librosa.filters.mel.html.
/// </summary>
internal sealed class MelFilterBank
{
    public const int Bins = 201;

    private const double BinHertz = 40;
    private const double Nyquist = 8000;
    private const double BreakHertz = 1000;
    private const double BreakMel = 15;
    private static readonly double LogStep = Math.Log(6.4) / 27;

    private readonly (int First, float[] Weights)[] _filters;

    public MelFilterBank(int filters)
    {
        var edges = new double[filters + 2];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = ToHertz(ToMel(Nyquist) * i / (filters + 1));
        }

        _filters = [.. Enumerable.Range(0, filters).Select(m => Triangle(edges[m], edges[m + 1], edges[m + 2]))];
    }

    /// <summary>Number of filters: 80, or 128 for the large-v3 family.</summary>
    public int Count => _filters.Length;

    /// <summary>Energy of one filter in every lane of a power spectrum of 201 bins.</summary>
    public Vector<float> Apply(int filter, ReadOnlySpan<Vector<float>> power)
    {
        var (first, weights) = _filters[filter];
        var sum = Vector<float>.Zero;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += power[first + i] * weights[i];
        }

        return sum;
    }

    private static (int First, float[] Weights) Triangle(double low, double peak, double high)
    {
        var area = 2 / (high - low);
        var all = Enumerable.Range(0, Bins)
            .Select(bin => bin * BinHertz)
            .Select(hertz => Math.Min((hertz - low) / (peak - low), (high - hertz) / (high - peak)))
            .Select(weight => (float)(Math.Max(0, weight) * area))
            .ToArray();
        var first = Array.FindIndex(all, weight => weight > 0);
        return first < 0 ? (0, []) : (first, [.. all.Skip(first).TakeWhile(weight => weight > 0)]);
    }

    private static double ToMel(double hertz) =>
        hertz < BreakHertz ? hertz * 3 / 200 : BreakMel + (Math.Log(hertz / BreakHertz) / LogStep);

    private static double ToHertz(double mel) =>
        mel < BreakMel ? mel * 200 / 3 : BreakHertz * Math.Exp(LogStep * (mel - BreakMel));
}
