using System.Collections.Frozen;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Turns;

/// <summary>"Mm-hm", "okay": listening noises that do not take the turn.</summary>
internal static class Backchannel
{
    private static readonly FrozenSet<string> _words =
        new[] { "mm", "hm", "hmm", "mhm", "mmhmm", "uh", "huh", "um", "ah", "oh", "okay", "ok", "right", "alright", "see", "i", "got", "it", "yeah", "yep" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is only that. Where yes or no is expected, "yeah" is an answer.</summary>
    public static bool Is(string text, Expectation expects)
    {
        var words = WordSplitter.Split(text);
        return words.Length is > 0 and <= 3 && words.All(w => _words.Contains(w.Text))
            && !(expects is Expectation.YesNo && words.Any(w => w.Text is "yeah" or "yep"));
    }
}
