namespace Appliance.Inference.Tts;

/// <summary>
/// Cuts a text into sentences so that speech can start with the first of them. English abbreviations, initials and
/// decimal points do not end a sentence. A segment over its limit is cut at a clause mark, else at a blank.
/// </summary>
internal static class SpeechSegmenter
{
    private static readonly HashSet<string> TitlesAndAbbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "mr", "mrs", "ms", "st", "prof", "vs", "approx", "ext", "mt", "jr", "sr",
    };

    /// <summary>Segments in order, none of them empty.</summary>
    internal static List<SpeechSegment> Split(string text, SegmentLimits limits)
    {
        var segments = new List<SpeechSegment>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' || (IsTerminator(text[i]) && EndsSentence(text, i)))
            {
                AddSentence(text, start, i + 1, limits, segments);
                start = i + 1;
            }
        }

        AddSentence(text, start, text.Length, limits, segments);
        return segments;
    }

    private static bool IsTerminator(char c) => c is '.' or '?' or '!' or '…' || IsClosing(c);

    private static bool IsClosing(char c) => c is '"' or '\'' or ')' or ']' or '”' or '’';

    private static bool EndsSentence(string text, int end)
    {
        if (end + 1 < text.Length && !char.IsWhiteSpace(text[end + 1]))
        {
            return false;
        }

        var mark = end;
        while (mark > 0 && IsClosing(text[mark]))
        {
            mark--;
        }

        return text[mark] switch
        {
            '?' or '!' or '…' => true,
            '.' => !BelongsToWord(text, mark),
            _ => false,
        };
    }

    /// <summary>A point after a title, an initial, or after a.m. and p.m. when the sentence goes on.</summary>
    private static bool BelongsToWord(string text, int point)
    {
        var start = point;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        var word = text[start..point].TrimStart('(', '"', '\'', '“');
        if (word.Contains('.', StringComparison.Ordinal) && char.IsLetter(word[^1]))
        {
            var next = text.AsSpan(point + 1).TrimStart();
            return next.Length > 0 && !char.IsUpper(next[0]);
        }

        return TitlesAndAbbreviations.Contains(word)
            || (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I' && point + 1 < text.Length);
    }

    private static void AddSentence(string text, int start, int end, SegmentLimits limits, List<SpeechSegment> segments)
    {
        while (true)
        {
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (!HasSpeech(text.AsSpan(start, end - start)))
            {
                return;
            }

            var cut = ClauseCut(text.AsSpan(start, end - start), segments.Count == 0 ? limits.First : limits.Others);
            segments.Add(new SpeechSegment(start, text.AsSpan(start, cut).TrimEnd().Length));
            start += cut;
        }
    }

    private static bool HasSpeech(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int ClauseCut(ReadOnlySpan<char> sentence, int limit)
    {
        if (sentence.Length <= limit)
        {
            return sentence.Length;
        }

        var shortest = Math.Min(12, limit / 2);
        var blank = -1;
        for (var i = limit; i > shortest; i--)
        {
            if (char.IsWhiteSpace(sentence[i]))
            {
                blank = blank < 0 ? i : blank;
                if (sentence[i - 1] is ',' or ';' or ':')
                {
                    return i;
                }
            }
        }

        return blank > 0 ? blank : sentence.Length;
    }
}
