using System.Numerics.Tensors;

namespace Appliance.Inference.Tts;

/// <summary>Level and edges of synthesised sound; pure functions over mono 16-bit samples.</summary>
internal static class SpeechLevel
{
    /// <summary>Below this magnitude (−46 dBFS) a sample counts as silence.</summary>
    internal const int SilenceThreshold = 164;

    private const double MostGain = 8.0;

    /// <summary>The voiced span [First, End) of the sound; an empty span at 0 when nothing is voiced.</summary>
    internal static (int First, int End) VoicedSpan(ReadOnlySpan<short> samples)
    {
        var first = 0;
        while (first < samples.Length && Math.Abs((int)samples[first]) < SilenceThreshold)
        {
            first++;
        }

        var end = samples.Length;
        while (end > first && Math.Abs((int)samples[end - 1]) < SilenceThreshold)
        {
            end--;
        }

        return first == samples.Length ? (0, 0) : (first, end);
    }

    /// <summary>Scales the samples so that their peak stands at <paramref name="peakDecibels"/> dBFS; gains over 18 dB are not given.</summary>
    internal static void NormalisePeak(Span<short> samples, double peakDecibels)
    {
        var peak = 0;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs((int)sample));
        }

        if (peak == 0)
        {
            return;
        }

        var gain = Math.Min(MostGain, 32767.0 * Math.Pow(10, peakDecibels / 20) / peak);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)Math.Clamp(Math.Round(samples[i] * gain), short.MinValue, short.MaxValue);
        }
    }

    /// <summary>Samples of any scale to 16 bits with their peak at <paramref name="peakDecibels"/> dBFS.</summary>
    internal static short[] ToPcm(ReadOnlySpan<float> samples, double peakDecibels)
    {
        var pcm = new short[samples.Length];
        var peak = samples.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(samples));
        var gain = peak is > 1e-4f and < float.PositiveInfinity ? 32767.0 * Math.Pow(10, peakDecibels / 20) / peak : 0;
        for (var i = 0; i < pcm.Length; i++)
        {
            pcm[i] = (short)Math.Clamp(Math.Round(samples[i] * gain), short.MinValue, short.MaxValue);
        }

        return pcm;
    }
}
