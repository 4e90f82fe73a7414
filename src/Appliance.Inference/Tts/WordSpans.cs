namespace Appliance.Inference.Tts;

/// <summary>The words of a text as <see cref="WordTiming"/> means them: runs of characters without blanks that hold a letter or digit.</summary>
internal static class WordSpans
{
    /// <summary>(start, length) of each word in order; a run of punctuation alone belongs to no word.</summary>
    internal static List<(int Start, int Length)> Of(ReadOnlySpan<char> text)
    {
        var words = new List<(int Start, int Length)>();
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            var spoken = false;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                spoken |= char.IsLetterOrDigit(text[end]);
                end++;
            }

            if (spoken)
            {
                words.Add((start, end - start));
            }

            start = end + 1;
        }

        return words;
    }
}
