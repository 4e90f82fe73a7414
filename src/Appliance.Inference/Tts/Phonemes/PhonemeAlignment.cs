namespace Appliance.Inference.Tts.Phonemes;

/// <summary>
/// Says which word each phoneme of a clause belongs to. espeak-ng parts words by blanks but joins some ("of the") and
/// spells out others ("12"), so the groups do not always match the words one to one.
/// </summary>
internal static class PhonemeAlignment
{
    /// <summary>Word index of each phoneme, when groups and words are as many; else null.</summary>
    internal static int[]? Match(IReadOnlyList<string> phonemes, int words)
    {
        var wordOf = new int[phonemes.Count];
        var word = 0;
        for (var i = 0; i < wordOf.Length; i++)
        {
            wordOf[i] = word;
            word += phonemes[i] == " " ? 1 : 0;
        }

        return wordOf.Length > 0 && word == words - 1 ? wordOf : null;
    }

    /// <summary>Word index of each phoneme, apportioned by what each word weighs when it is spoken alone.</summary>
    /// <param name="phonemes">The clause, with at least one phoneme.</param>
    /// <param name="weights">Sounding phonemes of each word alone; at least one word.</param>
    internal static int[] Apportion(IReadOnlyList<string> phonemes, IReadOnlyList<int> weights)
    {
        var total = Math.Max(1, weights.Sum());
        var sounding = Math.Max(1, Ipa.Weight(phonemes));
        var wordOf = new int[phonemes.Count];
        var (word, seen, until) = (0, 0, weights[0]);
        for (var i = 0; i < wordOf.Length; i++)
        {
            while (word < weights.Count - 1 && (double)seen / sounding >= (double)until / total)
            {
                until += weights[++word];
            }

            wordOf[i] = word;
            seen += Ipa.Weight([phonemes[i]]);
        }

        return wordOf;
    }
}
