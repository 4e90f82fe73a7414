using Appliance.Inference.Interop.Espeak;

namespace Appliance.Inference.Tts.Phonemes;

/// <summary>
/// Text to phonemes as piper-phonemize does it: espeak-ng in IPA mode clause by clause, each clause followed by its mark.
/// https://github.com/rhasspy/piper-phonemize/blob/master/src/phonemize.cpp
/// </summary>
internal sealed class Phonemizer(string voice)
{
    private readonly EspeakLibrary _library = EspeakLibrary.Open();

    /// <summary>Clauses of a sentence with their phonemes; word indexes count the words of <see cref="WordSpans"/>.</summary>
    internal async ValueTask<List<PhonemeClause>> PhonemizeAsync(string sentence, CancellationToken cancellationToken)
    {
        var clauses = new List<PhonemeClause>();
        var firstWord = 0;
        foreach (var (start, length, mark) in ClauseSplitter.Split(sentence))
        {
            var text = sentence.Substring(start, length);
            var words = WordSpans.Of(text);
            var phonemes = Ipa.CodePoints(await _library.PhonemesAsync(text, voice, cancellationToken).ConfigureAwait(false));
            if (phonemes.Count > 0)
            {
                var matched = PhonemeAlignment.Match(phonemes, words.Count);
                var wordOf = matched
                    ?? PhonemeAlignment.Apportion(phonemes, await WeightsAsync(text, words, cancellationToken).ConfigureAwait(false));
                clauses.Add(WithMark(phonemes, [.. wordOf.Select(word => word + firstWord)], mark, matched is not null));
            }

            firstWord += words.Count;
        }

        return clauses;
    }

    private static PhonemeClause WithMark(List<string> phonemes, List<int> wordOf, char mark, bool matched)
    {
        if (mark != '\0')
        {
            phonemes.Add(mark.ToString());
            wordOf.Add(wordOf[^1]);
        }

        if (mark is ',' or ';' or ':' or '\0')
        {
            phonemes.Add(" ");
            wordOf.Add(wordOf[^1]);
        }

        return new PhonemeClause(phonemes, wordOf, matched);
    }

    private async ValueTask<List<int>> WeightsAsync(string text, List<(int Start, int Length)> words, CancellationToken cancellationToken)
    {
        var weights = new List<int>(words.Count);
        foreach (var (start, length) in words)
        {
            var alone = await _library.PhonemesAsync(text.Substring(start, length), voice, cancellationToken).ConfigureAwait(false);
            weights.Add(Ipa.Weight(Ipa.CodePoints(alone)));
        }

        return weights;
    }
}
