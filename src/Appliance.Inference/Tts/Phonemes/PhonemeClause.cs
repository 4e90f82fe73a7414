namespace Appliance.Inference.Tts.Phonemes;

/// <summary>A clause as Piper voices were trained on it: IPA code points, then the mark that ends it.</summary>
/// <param name="Phonemes">One string per code point, words parted by a blank; never a language switch flag.</param>
/// <param name="WordOf">For each phoneme the index of the word of the text it belongs to; a blank or mark belongs to the word before it.</param>
/// <param name="WordsMatched">True when espeak-ng gave one group of phonemes per word; false when the words were apportioned.</param>
internal sealed record PhonemeClause(IReadOnlyList<string> Phonemes, IReadOnlyList<int> WordOf, bool WordsMatched);
