namespace Appliance.Inference.Tts.Piper;

/// <summary>What one run of a voice gives.</summary>
/// <param name="Samples">Mono, nominally −1 to 1.</param>
/// <param name="IdSamples">Samples of each phoneme id, or null for a voice that does not tell.</param>
internal sealed record PiperAudio(float[] Samples, int[]? IdSamples)
{
    /// <summary>Frames per id to samples per id; the hop is the configured one, or what makes the frames fill the sound.</summary>
    internal static int[]? SamplesOf(ReadOnlySpan<float> frames, int ids, int samples, int hop)
    {
        var total = 0.0;
        foreach (var frame in frames)
        {
            total += frame;
        }

        if (frames.Length != ids || !(total > 0))
        {
            return null;
        }

        var perFrame = hop > 0 ? hop : samples / total;
        var result = new int[ids];
        var (position, exact) = (0, 0.0);
        for (var i = 0; i < ids; i++)
        {
            exact += frames[i] * perFrame;
            var end = Math.Clamp((int)Math.Round(exact), position, samples);
            result[i] = end - position;
            position = end;
        }

        return result;
    }
}
