using Appliance.Inference.Tts.Phonemes;

namespace Appliance.Inference.Tts.Piper;

/// <summary>
/// Phonemes to the ids a voice reads: begin, pad, then each phoneme followed by pad, then end.
/// https://github.com/rhasspy/piper-phonemize/blob/master/src/phoneme_ids.cpp
/// </summary>
/// <param name="Ids">What the model reads.</param>
/// <param name="WordOf">For each id the word it belongs to; −1 before the first and for the end.</param>
/// <param name="Unknown">Phonemes without an id, which are left out.</param>
internal sealed record PiperIds(long[] Ids, int[] WordOf, int Unknown)
{
    internal const string Pad = "_";
    internal const string Begin = "^";
    internal const string End = "$";

    internal static PiperIds Of(IEnumerable<PhonemeClause> clauses, IReadOnlyDictionary<string, long[]> map)
    {
        var ids = new List<long>();
        var wordOf = new List<int>();
        var unknown = 0;

        void Add(string phoneme, int word)
        {
            ids.AddRange(map[phoneme]);
            wordOf.AddRange(Enumerable.Repeat(word, map[phoneme].Length));
        }

        Add(Begin, -1);
        Add(Pad, -1);
        foreach (var clause in clauses)
        {
            foreach (var (phoneme, word) in clause.Phonemes.Zip(clause.WordOf))
            {
                if (!map.ContainsKey(phoneme))
                {
                    unknown++;
                    continue;
                }

                Add(phoneme, word);
                Add(Pad, word);
            }
        }

        Add(End, -1);
        return new PiperIds([.. ids], [.. wordOf], unknown);
    }
}
