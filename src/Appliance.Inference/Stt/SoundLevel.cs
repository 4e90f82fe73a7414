using System.Numerics.Tensors;

namespace Appliance.Inference.Stt;

/// <summary>How loud a stretch of sound is.</summary>
internal static class SoundLevel
{
    private const int Frame = 320;
    private const double Silence = -120;

    /// <summary>Level of the loudest 20 ms in dBFS (RMS, full scale ±1); −120 for digital silence.</summary>
    public static double LoudestDecibels(ReadOnlySpan<float> samples)
    {
        var most = 0f;
        for (var start = 0; start < samples.Length; start += Frame)
        {
            var frame = samples[start..Math.Min(samples.Length, start + Frame)];
            most = Math.Max(most, TensorPrimitives.SumOfSquares(frame) / frame.Length);
        }

        return most > 0 ? Math.Max(Silence, 10 * Math.Log10(most)) : Silence;
    }
}
