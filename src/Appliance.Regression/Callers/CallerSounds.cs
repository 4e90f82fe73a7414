using System.Globalization;
using System.Text.RegularExpressions;
using Appliance.Inference.Tts;
using Appliance.Media;
using Appliance.Media.Resampling;

namespace Appliance.Regression.Callers;

/// <summary>Makes what callers utter, 16 kHz mono. The same words give the same samples.</summary>
internal static partial class CallerSounds
{
    private const double CoughDecay = 5;
    private const int CoughLevel = 9_000;

    /// <summary>Speaks words; "(800 ms)" between them is a pause.</summary>
    public static async Task<short[]> SpeechAsync(ISpeechSynthesizer synthesizer, string words, SpeechOptions options)
    {
        var samples = new List<short>();
        foreach (var part in Pause().Split(words))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            {
                samples.AddRange(new short[milliseconds * (AudioFormat.SampleRate / 1000)]);
                continue;
            }

            var spoken = new List<short>();
            await foreach (var chunk in synthesizer.SpeakAsync(part, options, CancellationToken.None))
            {
                spoken.AddRange(chunk.Samples);
            }

            samples.AddRange(PolyphaseResampler.Convert(spoken.ToArray(), synthesizer.SampleRate, AudioFormat.SampleRate));
        }

        return [.. samples];
    }

    /// <summary>A cough: a burst of noise that dies away.</summary>
    public static short[] Cough(TimeSpan length)
    {
        var noise = new NoiseSource(seed: 11);
        var samples = new short[(int)(length.TotalSeconds * AudioFormat.SampleRate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(noise.Next() * CoughLevel * Math.Exp(-CoughDecay * i / samples.Length));
        }

        return samples;
    }

    /// <summary>Root mean square of the samples that are no silence.</summary>
    public static double Level(IEnumerable<short[]> sounds)
    {
        var power = sounds.SelectMany(sound => sound).Where(sample => Math.Abs((int)sample) > 100).Select(sample => (double)sample * sample).DefaultIfEmpty().Average();
        return Math.Sqrt(power);
    }

    [GeneratedRegex(@"\((?<ms>\d+) ms\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pause();
}

/// <summary>Even noise between -1 and 1; the same seed gives the same noise.</summary>
internal sealed class NoiseSource(uint seed)
{
    private uint _state = seed;

    /// <summary>The next sample.</summary>
    public double Next()
    {
        _state = (_state * 1_664_525) + 1_013_904_223;
        return (_state / (double)uint.MaxValue * 2) - 1;
    }
}
