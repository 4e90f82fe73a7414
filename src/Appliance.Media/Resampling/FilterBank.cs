using System.Collections.Concurrent;

namespace Appliance.Media.Resampling;

/// <summary>
/// A Kaiser-windowed sinc low-pass cut into phases. Phase p holds <see cref="Taps"/> coefficients, newest input last,
/// for the output that lies p/Phases of an input sample after the newest one, delayed by <see cref="Delay"/> inputs.
/// </summary>
internal sealed class FilterBank
{
    // 40 taps at the lower rate give 70 dB within a transition of 0.216 of Nyquist: 3400 to 4260 Hz on the line.
    private const int TapsAtLowerRate = 40;
    private const double KaiserBeta = 6.76;
    private const double CutoffOfNyquist = 0.958;

    private static readonly ConcurrentDictionary<(int From, int To), FilterBank> Banks = new();

    private readonly float[] _coefficients;

    private FilterBank(int from, int to)
    {
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(from, to);
        Phases = to / divisor;
        Step = from / divisor;
        var lower = Math.Min(from, to);
        Taps = 2 * (int)Math.Ceiling(TapsAtLowerRate / 2.0 * from / lower);
        _coefficients = new float[Phases * Taps];
        var cutoff = CutoffOfNyquist * lower / from;
        for (var phase = 0; phase < Phases; phase++)
        {
            FillPhase(_coefficients.AsSpan(phase * Taps, Taps), phase / (double)Phases, cutoff);
        }
    }

    /// <summary>Number of phases: the interpolation factor.</summary>
    public int Phases { get; }

    /// <summary>Phases to move from one output to the next: the decimation factor.</summary>
    public int Step { get; }

    /// <summary>Coefficients per phase.</summary>
    public int Taps { get; }

    /// <summary>Group delay in input samples.</summary>
    public int Delay => Taps / 2;

    public static FilterBank For(int from, int to) => Banks.GetOrAdd((from, to), pair => new FilterBank(pair.From, pair.To));

    public ReadOnlySpan<float> Phase(int phase) => _coefficients.AsSpan(phase * Taps, Taps);

    private static void FillPhase(Span<float> taps, double fraction, double cutoff)
    {
        Span<double> exact = stackalloc double[taps.Length];
        var sum = 0.0;
        var half = taps.Length / 2.0;
        for (var i = 0; i < taps.Length; i++)
        {
            // Distance in input samples between input i and the point where the output is taken.
            var distance = i - (taps.Length - 1) + half - fraction;
            exact[i] = Sinc(cutoff * distance) * Kaiser(distance / half);
            sum += exact[i];
        }

        for (var i = 0; i < taps.Length; i++)
        {
            // Unit gain at DC in every phase, so that no phase modulates the level.
            taps[i] = (float)(exact[i] / sum);
        }
    }

    private static double Sinc(double x) => Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double Kaiser(double position) =>
        Math.Abs(position) > 1 ? 0 : Bessel0(KaiserBeta * Math.Sqrt(1 - (position * position))) / Bessel0(KaiserBeta);

    private static double Bessel0(double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; term > 1e-12 * sum; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
