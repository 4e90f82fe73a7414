using Appliance.Media.Resampling;
using Appliance.Media.Tests.Signals;
using FsCheck;
using FsCheck.Fluent;

namespace Appliance.Media.Tests.Resampling;

public sealed class PolyphaseResamplerTests
{
    public static TheoryData<int, int> Pairs { get; } = new()
    {
        { 8000, 16000 }, { 16000, 8000 }, { 8000, 22050 }, { 22050, 8000 }, { 16000, 22050 }, { 22050, 16000 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Process_WhenToneInPassband_KeepsLevelAndAddsNothing(int from, int to)
    {
        var nyquist = Math.Min(from, to) / 2;
        double worstRipple = 0, worstResidual = double.NegativeInfinity;
        foreach (var share in new[] { 0.05, 0.11, 0.25, 0.4, 0.6, 0.75, 0.83 })
        {
            var (amplitude, residual) = Measure(from, to, share * nyquist);
            worstRipple = Math.Max(worstRipple, Math.Abs(20 * Math.Log10(amplitude / 10_000)));
            worstResidual = Math.Max(worstResidual, residual);
        }

        TestContext.Current.SendDiagnosticMessage(
            "{0} to {1}: ripple {2:F3} dB, worst tone SNR {3:F1} dB", from, to, worstRipple, -worstResidual);
        Assert.InRange(worstRipple, 0, 0.1);
        Assert.InRange(worstResidual, double.NegativeInfinity, -60);
    }

    [Theory]
    [InlineData(16000, 8000)]
    [InlineData(22050, 8000)]
    [InlineData(22050, 16000)]
    public void Process_WhenToneAboveTheLowerNyquist_TakesItAway(int from, int to)
    {
        var nyquist = to / 2;
        var worst = double.NegativeInfinity;
        for (var hertz = nyquist * 1.09; hertz < from / 2 * 0.99; hertz += from / 80.0)
        {
            var resampler = new PolyphaseResampler(from, to);
            var output = new short[resampler.MaxOutput(from)];
            var count = resampler.Process(Tone.Make(hertz, from, from), output);
            var level = 20 * Math.Log10(Math.Max(1e-3, Tone.RmsOf(output.AsSpan(400, count - 400))) / (10_000 / Math.Sqrt(2)));
            worst = Math.Max(worst, level);
        }

        TestContext.Current.SendDiagnosticMessage("{0} to {1}: aliasing {2:F1} dB", from, to, worst);
        Assert.InRange(worst, double.NegativeInfinity, -50);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Process_OverALongStream_GivesExactlyAsManySamplesAsTimePassed(int from, int to)
    {
        var resampler = new PolyphaseResampler(from, to);
        var frame = new short[from / 50];
        var output = new short[resampler.MaxOutput(frame.Length)];
        long taken = 0, given = 0;
        for (var i = 0; i < 50 * 200; i++)
        {
            taken += frame.Length;
            given += resampler.Process(frame, output);
            Assert.Equal(((taken * to) + from - 1) / from, given);
        }
    }

    [Fact]
    public void Process_WhenCutAnywhere_GivesTheSameSamples()
    {
        var input = Tone.MakeVoice(22050, 4000);
        var whole = new PolyphaseResampler(22050, 16000);
        var expected = new short[whole.MaxOutput(input.Length)];
        var length = whole.Process(input, expected);
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt[]>(), cuts =>
        {
            var resampler = new PolyphaseResampler(22050, 16000);
            var output = new short[expected.Length + 4];
            int taken = 0, given = 0;
            foreach (var cut in cuts.Select(c => c.Get % 1500).Append(input.Length))
            {
                var part = input.AsSpan(taken, Math.Min(cut, input.Length - taken));
                taken += part.Length;
                given += resampler.Process(part, output.AsSpan(given));
            }

            return given == length && output.AsSpan(0, given).SequenceEqual(expected.AsSpan(0, length));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Flush_WhenStreamEnds_LeavesNothingBehind()
    {
        var resampler = new PolyphaseResampler(8000, 16000);
        var loud = Tone.Make(440, 8000, 801);
        var first = new short[resampler.MaxOutput(loud.Length) + 200];
        var count = resampler.Process(loud, first);
        count += resampler.Flush(first.AsSpan(count));
        var second = new short[first.Length];
        var again = resampler.Process(loud, second);
        again += resampler.Flush(second.AsSpan(again));
        Assert.Equal(count, again);
        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Convert_WhenWholeRecording_TakesTheDelayOut(int from, int to)
    {
        var input = Tone.Make(300, from, from);
        var output = PolyphaseResampler.Convert(input, from, to);
        Assert.Equal(to, output.Length);
        var expected = Tone.Make(300, to, to);
        double worst = 0;
        for (var i = 200; i < to - 200; i++)
        {
            worst = Math.Max(worst, Math.Abs(output[i] - expected[i]));
        }

        // At most half an output sample of shift: 300 Hz moves by 4% of its amplitude in that time.
        Assert.InRange(worst, 0, 10_000 * Math.PI * 300 / to * 1.05);
    }

    [Fact]
    public void Process_WhenFullScale_ClipsInsteadOfWrapping()
    {
        var square = new short[1600];
        for (var i = 0; i < square.Length; i++)
        {
            square[i] = i / 20 % 2 == 0 ? short.MaxValue : short.MinValue;
        }

        var output = PolyphaseResampler.Convert(square, 8000, 16000);
        for (var i = 100; i < output.Length - 100; i++)
        {
            // Two samples away from an edge the sign must be that of the input.
            if (i / 2 % 20 is > 2 and < 17)
            {
                Assert.Equal(Math.Sign(square[i / 2]), Math.Sign(output[i]));
            }
        }
    }

    private static (double Amplitude, double ResidualDb) Measure(int from, int to, double hertz)
    {
        var resampler = new PolyphaseResampler(from, to);
        var output = new short[resampler.MaxOutput(from)];
        var count = resampler.Process(Tone.Make(hertz, from, from), output);
        return Tone.Fit(output.AsSpan(400, count - 400), hertz, to);
    }
}
