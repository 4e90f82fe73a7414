using System.Numerics;
using Appliance.Inference.Stt.Features;

namespace Appliance.Inference.Tests.Stt.Features;

public sealed class LaneFourierTests
{
    [Fact]
    public void Transform_OfRandomSignals_EqualsTheDefinitionInEveryLane()
    {
        var random = new Random(3);
        var signals = Enumerable.Range(0, Vector<float>.Count)
            .Select(_ => Enumerable.Range(0, LaneFourier.Length).Select(_ => new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5)).ToArray())
            .ToArray();
        var re = new Vector<float>[LaneFourier.Length];
        var im = new Vector<float>[LaneFourier.Length];
        for (var n = 0; n < LaneFourier.Length; n++)
        {
            re[n] = new Vector<float>([.. signals.Select(signal => (float)signal[n].Real)]);
            im[n] = new Vector<float>([.. signals.Select(signal => (float)signal[n].Imaginary)]);
        }

        new LaneFourier().Transform(re, im);

        for (var k = 0; k < LaneFourier.Length; k++)
        {
            for (var lane = 0; lane < signals.Length; lane++)
            {
                var expected = Define(signals[lane], k);
                Assert.Equal(expected.Real, re[k][lane], 1e-4);
                Assert.Equal(expected.Imaginary, im[k][lane], 1e-4);
            }
        }
    }

    private static Complex Define(Complex[] signal, int k) => signal
        .Select((value, n) => value * Complex.FromPolarCoordinates(1, -2 * Math.PI * k * n / signal.Length))
        .Aggregate(Complex.Zero, (sum, term) => sum + term);
}
