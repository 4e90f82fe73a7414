using System.Text;
using Appliance.Dialog.Conversation;

namespace Appliance.Cli.Calling.Listening;

/// <summary>
/// One approved wording of the agent, compared with what a recogniser made of it: letter by letter, anywhere in the text,
/// with anything in the place of a value.
/// </summary>
internal sealed class PhraseTemplate
{
    private const char Wildcard = '*';
    private readonly string _pattern;

    public PhraseTemplate(PhraseId id, string wording)
    {
        Id = id;
        _pattern = Plain(wording);
        Letters = _pattern.Count(c => c is not Wildcard);
    }

    public PhraseId Id { get; }

    /// <summary>Characters that are fixed.</summary>
    public int Letters { get; }

    /// <summary>Lower case letters, digits and single blanks; a value in braces becomes the wildcard.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var inValue = false;
        foreach (var c in text)
        {
            if (c is '{')
            {
                plain.Append(Wildcard);
            }
            else if (!inValue && char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (!inValue && c is not ('\'' or '’' or '}') && plain.Length > 0 && plain[^1] is not ' ')
            {
                plain.Append(' ');
            }

            inValue = c is '{' || (inValue && c is not '}');
        }

        return plain.ToString().Trim();
    }

    /// <summary>How much of the fixed letters is found in a row in the text, 0 to 1, and where the best place ends.</summary>
    public (double Similarity, int End) FindIn(string plain)
    {
        // Sellers' algorithm: edit distance of the pattern to any part of the text.
        var row = new int[plain.Length + 1];
        foreach (var c in _pattern)
        {
            var diagonal = row[0];
            row[0] += c is Wildcard ? 0 : 1;
            for (var j = 1; j <= plain.Length; j++)
            {
                var above = row[j];
                row[j] = c is Wildcard
                    ? Math.Min(Math.Min(above, diagonal), row[j - 1])
                    : Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (c == plain[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        var end = 0;
        for (var j = 1; j < row.Length; j++)
        {
            end = row[j] <= row[end] ? j : end;
        }

        return (Math.Max(0, 1 - (row[end] / (double)Letters)), end);
    }
}
