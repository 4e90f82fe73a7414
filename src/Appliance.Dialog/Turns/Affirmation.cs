using System.Collections.Frozen;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Turns;

/// <summary>"That's right", "correct", "great, thank you": words that agree with what was said and ask for nothing.</summary>
internal static class Affirmation
{
    private const int Most = 6;

    private static readonly FrozenSet<string> _words = new[]
    {
        "yes", "yeah", "yep", "yup", "sure", "correct", "right", "exactly", "perfect", "great", "good", "fine", "okay", "ok", "alright", "all", "awesome", "wonderful", "excellent", "lovely", "cool",
        "please", "thank", "thanks", "you", "so", "very", "much", "that", "that's", "is", "it", "it's", "sounds", "absolutely", "definitely", "of", "course", "i", "got", "see",
        "mm", "hm", "hmm", "mhm", "mmhmm", "uh", "huh", "um", "ah", "oh", "well", "bye", "goodbye",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _politeness = new[] { "please", "thank", "thanks", "you", "so", "very", "much", "sir", "ma'am" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether words are only polite: "please", "thank you very much".</summary>
    public static bool IsPolite(ReadOnlySpan<Word> words)
    {
        foreach (var word in words)
        {
            if (!_politeness.Contains(word.Text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text is only that, or so far nothing else: "that's" may become "that's right".</summary>
    public static bool Is(string text)
    {
        var words = WordSplitter.Split(text);
        return words.Length is > 0 and <= Most && !text.TrimEnd().EndsWith('?') && words.All(w => _words.Contains(w.Text));
    }
}
