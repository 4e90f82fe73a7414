namespace Appliance.Inference.Tts;

/// <summary>Makes word times out of word starts.</summary>
internal static class WordTimings
{
    /// <summary>Each word lasts until the next begins. A word without a start (−1) begins where the next one does.</summary>
    internal static List<WordTiming> Join(List<(int Start, int Length)> words, int[] starts, int speechEnd)
    {
        var timings = new List<WordTiming>(words.Count);
        var next = speechEnd;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var start = starts[i] < 0 ? next : Math.Min(starts[i], next);
            timings.Add(new WordTiming(words[i].Start, words[i].Length, start, next - start));
            next = start;
        }

        timings.Reverse();
        return timings;
    }
}
