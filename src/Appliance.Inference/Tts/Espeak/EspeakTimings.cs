using Appliance.Inference.Interop.Espeak;

namespace Appliance.Inference.Tts.Espeak;

/// <summary>Turns the library's word events into the times of whole words: several events within one word ("3:30") are one.</summary>
internal static class EspeakTimings
{
    /// <param name="text">The text that was spoken.</param>
    /// <param name="events">Code point index and sample of each word event.</param>
    /// <param name="cutAtStart">Samples that were cut off at the start.</param>
    /// <param name="speechEnd">Where speech ends after the cut.</param>
    internal static List<WordTiming> Of(string text, IReadOnlyList<(int CodePoint, int Sample)> events, int cutAtStart, int speechEnd)
    {
        var words = WordSpans.Of(text);
        var starts = new int[words.Count];
        Array.Fill(starts, -1);
        foreach (var (codePoint, sample) in events)
        {
            var word = WordAt(words, Utf16Index(text, codePoint));
            if (word >= 0 && starts[word] < 0)
            {
                starts[word] = Math.Clamp(sample - cutAtStart, 0, speechEnd);
            }
        }

        return WordTimings.Join(words, starts, speechEnd);
    }

    /// <summary>The word that holds the index, or the next one after it.</summary>
    private static int WordAt(List<(int Start, int Length)> words, int index) =>
        words.FindIndex(word => index < word.Start + word.Length);

    private static int Utf16Index(string text, int codePoint)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (codePoint-- <= 0)
            {
                break;
            }

            index += rune.Utf16SequenceLength;
        }

        return index;
    }
}
