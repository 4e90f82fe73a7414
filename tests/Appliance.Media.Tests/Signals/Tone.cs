namespace Appliance.Media.Tests.Signals;

/// <summary>Test tones and how to measure them.</summary>
internal static class Tone
{
    public static short[] Make(double hertz, int sampleRate, int samples, double amplitude = 10_000)
    {
        var tone = new short[samples];
        for (var i = 0; i < samples; i++)
        {
            tone[i] = (short)Math.Round(amplitude * Math.Sin(2 * Math.PI * hertz * i / sampleRate));
        }

        return tone;
    }

    /// <summary>A voice-like signal: a pulse train of some pitch through decaying resonances, in words of 300 ms with pauses.</summary>
    public static short[] MakeVoice(int sampleRate, int samples, double pitch = 120)
    {
        var voice = new short[samples];
        for (var i = 0; i < samples; i++)
        {
            var t = i / (double)sampleRate;
            var inPitch = t % (1 / pitch);
            var word = t % 0.4 < 0.3 ? 1.0 : 0.0;
            var value = (Math.Sin(2 * Math.PI * 600 * inPitch) + (0.5 * Math.Sin(2 * Math.PI * 1500 * inPitch))) * Math.Exp(-inPitch * 300);
            voice[i] = (short)(9000 * word * value);
        }

        return voice;
    }

    /// <summary>Least-squares fit of one sine: its amplitude, and the power of all the rest relative to it in dB.</summary>
    public static (double Amplitude, double ResidualDb) Fit(ReadOnlySpan<short> samples, double hertz, int sampleRate)
    {
        double ss = 0, cc = 0, sc = 0, xs = 0, xc = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * hertz * i / sampleRate);
            ss += sin * sin;
            cc += cos * cos;
            sc += sin * cos;
            xs += samples[i] * sin;
            xc += samples[i] * cos;
        }

        var determinant = (ss * cc) - (sc * sc);
        var a = ((xs * cc) - (xc * sc)) / determinant;
        var b = ((xc * ss) - (xs * sc)) / determinant;
        double residual = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * hertz * i / sampleRate);
            var error = samples[i] - (a * sin) - (b * cos);
            residual += error * error;
        }

        var amplitude = Math.Sqrt((a * a) + (b * b));
        var power = amplitude * amplitude / 2 * samples.Length;
        return (amplitude, 10 * Math.Log10(Math.Max(residual, 1e-9) / power));
    }

    public static double RmsOf(ReadOnlySpan<short> samples)
    {
        double sum = 0;
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
        }

        return Math.Sqrt(sum / Math.Max(1, samples.Length));
    }

    /// <summary>Best normalised correlation of two signals over shifts of the second, and that shift.</summary>
    public static (double Correlation, int Shift) Correlate(short[] reference, short[] heard, int maxShift)
    {
        var best = (Correlation: -1.0, Shift: 0);
        for (var shift = 0; shift <= maxShift; shift++)
        {
            double xy = 0, xx = 0, yy = 0;
            var length = Math.Min(reference.Length, heard.Length - shift);
            for (var i = 0; i < length; i += 3)
            {
                double x = reference[i], y = heard[i + shift];
                xy += x * y;
                xx += x * x;
                yy += y * y;
            }

            var correlation = xy / Math.Sqrt(Math.Max(1, xx * yy));
            if (correlation > best.Correlation)
            {
                best = (correlation, shift);
            }
        }

        return best;
    }
}
