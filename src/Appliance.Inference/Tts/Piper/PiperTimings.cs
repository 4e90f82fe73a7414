namespace Appliance.Inference.Tts.Piper;

/// <summary>Times of words from the samples of each phoneme id, or apportioned by the number of ids.</summary>
internal static class PiperTimings
{
    /// <param name="words">Words of the sentence.</param>
    /// <param name="wordOf">Word of each id, −1 for none.</param>
    /// <param name="idSamples">Samples of each id before the cut.</param>
    /// <param name="cutAtStart">Samples that were cut off at the start.</param>
    /// <param name="speechEnd">Where speech ends after the cut.</param>
    internal static List<WordTiming> Of(
        List<(int Start, int Length)> words, int[] wordOf, int[] idSamples, int cutAtStart, int speechEnd)
    {
        var starts = new int[words.Count];
        Array.Fill(starts, -1);
        var position = 0;
        for (var i = 0; i < wordOf.Length; i++)
        {
            if (wordOf[i] >= 0 && starts[wordOf[i]] < 0)
            {
                starts[wordOf[i]] = Math.Clamp(position - cutAtStart, 0, speechEnd);
            }

            position += idSamples[i];
        }

        return WordTimings.Join(words, starts, speechEnd);
    }

    /// <summary>Equal shares of the spoken span for all ids of words; begin and end take none.</summary>
    internal static int[] Estimate(int[] wordOf, int firstVoiced, int voicedEnd)
    {
        var spoken = Math.Max(1, wordOf.Count(word => word >= 0));
        var samples = new int[wordOf.Length];
        var (seen, position) = (0, 0);
        for (var i = 0; i < samples.Length; i++)
        {
            seen += wordOf[i] >= 0 ? 1 : 0;
            var end = seen == 0 ? firstVoiced : firstVoiced + (int)((long)(voicedEnd - firstVoiced) * seen / spoken);
            samples[i] = end - position;
            position = end;
        }

        return samples;
    }
}
