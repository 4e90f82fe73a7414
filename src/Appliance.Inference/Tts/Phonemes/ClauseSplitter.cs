namespace Appliance.Inference.Tts.Phonemes;

/// <summary>
/// Cuts a sentence at the marks that espeak-ng pauses at. It is done here and not read from espeak-ng, because the
/// released library does not tell which mark ended a clause.
/// </summary>
internal static class ClauseSplitter
{
    /// <summary>(start, length, mark) of each clause with a word in it; the mark is <c>. ? ! , ; :</c> or zero.</summary>
    internal static List<(int Start, int Length, char Mark)> Split(string text)
    {
        var clauses = new List<(int Start, int Length, char Mark)>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsMark(text[i]) && EndsClause(text, i))
            {
                Add(text, start, i, text[i], clauses);
                start = i + 1;
            }
        }

        Add(text, start, text.Length, '\0', clauses);
        return clauses;
    }

    private static bool IsMark(char c) => c is '.' or '?' or '!' or ',' or ';' or ':';

    /// <summary>"3:30" and "1,000" go on; "Dr. Smith" does too, for a point within a segment belongs to its word.</summary>
    private static bool EndsClause(string text, int mark)
    {
        var rest = text.AsSpan(mark + 1);
        var atEnd = rest.IndexOfAnyExcept(" \"')]”’.?!".AsSpan()) < 0;
        return text[mark] is '.' ? atEnd : atEnd || char.IsWhiteSpace(rest[0]) || rest[0] is '"' or '”' or ')';
    }

    private static void Add(string text, int start, int end, char mark, List<(int Start, int Length, char Mark)> clauses)
    {
        if (WordSpans.Of(text.AsSpan(start, end - start)).Count > 0)
        {
            clauses.Add((start, end - start, mark));
        }
        else if (mark != '\0' && clauses.Count > 0 && clauses[^1].Mark == '\0')
        {
            clauses[^1] = clauses[^1] with { Mark = mark };
        }
    }
}
