using System.Numerics;

namespace Appliance.Inference.Stt.Features;

/// <summary>
/// A complex Fourier transform of 200 points, of as many signals at once as a vector has lanes. Self-sorting (Stockham)
/// with radices 5, 5, 2, 2, 2; see Van Loan, Computational Frameworks for the FFT, 1992, §1.7.
/// </summary>
internal sealed class LaneFourier
{
    public const int Length = 200;

    private static readonly int[] Radices = [5, 5, 2, 2, 2];
    private static readonly Vector<float> C1 = new(MathF.Cos(2 * MathF.PI / 5));
    private static readonly Vector<float> C2 = new(MathF.Cos(4 * MathF.PI / 5));
    private static readonly Vector<float> S1 = new(MathF.Sin(2 * MathF.PI / 5));
    private static readonly Vector<float> S2 = new(MathF.Sin(4 * MathF.PI / 5));
    private static readonly (float Cos, float Sin)[] Roots = MakeRoots();

    private readonly Vector<float>[] _otherRe = new Vector<float>[Length];
    private readonly Vector<float>[] _otherIm = new Vector<float>[Length];

    /// <summary>Transforms in place: X[k] = Σ x[n]·exp(−2πi·kn/200) in every lane.</summary>
    public void Transform(Span<Vector<float>> re, Span<Vector<float>> im)
    {
        Span<Vector<float>> fromRe = re, fromIm = im, toRe = _otherRe, toIm = _otherIm;
        var (length, stride) = (Length, 1);
        foreach (var radix in Radices)
        {
            var group = length / radix;
            for (var p = 0; p < group; p++)
            {
                for (var q = 0; q < stride; q++)
                {
                    var (from, to) = (q + (stride * p), q + (stride * radix * p));
                    if (radix == 5)
                    {
                        Butterfly5(fromRe, fromIm, toRe, toIm, from, stride * group, to, stride, p * stride);
                    }
                    else
                    {
                        Butterfly2(fromRe, fromIm, toRe, toIm, from, stride * group, to, stride, p * stride);
                    }
                }
            }

            (length, stride) = (group, stride * radix);
            var heldRe = fromRe;
            fromRe = toRe;
            toRe = heldRe;
            var heldIm = fromIm;
            fromIm = toIm;
            toIm = heldIm;
        }

        // An odd number of passes ends in the other buffer.
        fromRe.CopyTo(re);
        fromIm.CopyTo(im);
    }

    private static void Butterfly2(
        Span<Vector<float>> fromRe,
        Span<Vector<float>> fromIm,
        Span<Vector<float>> toRe,
        Span<Vector<float>> toIm,
        int from,
        int step,
        int to,
        int stride,
        int turn)
    {
        var (aRe, aIm) = (fromRe[from], fromIm[from]);
        var (bRe, bIm) = (fromRe[from + step], fromIm[from + step]);
        (toRe[to], toIm[to]) = (aRe + bRe, aIm + bIm);
        (toRe[to + stride], toIm[to + stride]) = Turn(aRe - bRe, aIm - bIm, turn);
    }

    private static void Butterfly5(
        Span<Vector<float>> fromRe,
        Span<Vector<float>> fromIm,
        Span<Vector<float>> toRe,
        Span<Vector<float>> toIm,
        int from,
        int step,
        int to,
        int stride,
        int turn)
    {
        var (a0Re, a0Im) = (fromRe[from], fromIm[from]);
        var (a1Re, a1Im) = (fromRe[from + step], fromIm[from + step]);
        var (a2Re, a2Im) = (fromRe[from + (2 * step)], fromIm[from + (2 * step)]);
        var (a3Re, a3Im) = (fromRe[from + (3 * step)], fromIm[from + (3 * step)]);
        var (a4Re, a4Im) = (fromRe[from + (4 * step)], fromIm[from + (4 * step)]);
        var (sumARe, sumAIm, sumBRe, sumBIm) = (a1Re + a4Re, a1Im + a4Im, a2Re + a3Re, a2Im + a3Im);
        var (difARe, difAIm, difBRe, difBIm) = (a1Re - a4Re, a1Im - a4Im, a2Re - a3Re, a2Im - a3Im);
        var (m1Re, m1Im) = (a0Re + (C1 * sumARe) + (C2 * sumBRe), a0Im + (C1 * sumAIm) + (C2 * sumBIm));
        var (m2Re, m2Im) = (a0Re + (C2 * sumARe) + (C1 * sumBRe), a0Im + (C2 * sumAIm) + (C1 * sumBIm));
        var (n1Re, n1Im) = ((S1 * difARe) + (S2 * difBRe), (S1 * difAIm) + (S2 * difBIm));
        var (n2Re, n2Im) = ((S2 * difARe) - (S1 * difBRe), (S2 * difAIm) - (S1 * difBIm));
        (toRe[to], toIm[to]) = (a0Re + sumARe + sumBRe, a0Im + sumAIm + sumBIm);
        (toRe[to + stride], toIm[to + stride]) = Turn(m1Re + n1Im, m1Im - n1Re, turn);
        (toRe[to + (2 * stride)], toIm[to + (2 * stride)]) = Turn(m2Re + n2Im, m2Im - n2Re, 2 * turn);
        (toRe[to + (3 * stride)], toIm[to + (3 * stride)]) = Turn(m2Re - n2Im, m2Im + n2Re, 3 * turn);
        (toRe[to + (4 * stride)], toIm[to + (4 * stride)]) = Turn(m1Re - n1Im, m1Im + n1Re, 4 * turn);
    }

    private static (Vector<float> Re, Vector<float> Im) Turn(Vector<float> re, Vector<float> im, int turn)
    {
        var (cos, sin) = Roots[turn];
        return ((re * cos) - (im * sin), (re * sin) + (im * cos));
    }

    private static (float Cos, float Sin)[] MakeRoots() =>
        [.. Enumerable.Range(0, Length).Select(k =>
        {
            var (sin, cos) = Math.SinCos(-2 * Math.PI * k / Length);
            return ((float)cos, (float)sin);
        })];
}
