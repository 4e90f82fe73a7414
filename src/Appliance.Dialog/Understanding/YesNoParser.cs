using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Yes and no in their forms.</summary>
public static class YesNoParser
{
    private static readonly string[] _noAnywhere =
    [
        "that's wrong", "not right", "not correct", "isn't right", "isn't correct", "incorrect", "no thanks", "no thank you", "not really", "i don't think so",
        "that's not", "it's not", "it isn't", "doesn't work", "don't want", "neither", "none of those", "not that", "of course not",
    ];

    private static readonly string[] _yesAnywhere =
    [
        "that's right", "that's correct", "sounds good", "sounds great", "that works", "works for me", "that is fine", "that's fine", "of course", "go ahead", "please do", "uh huh", "mm hm", "i do",
        "i would", "it is", "that'd be great", "that would be great", "i think so", "looks good", "all correct", "you got it", "that's it", "that's me", "it is good",
    ];

    /// <summary>True for yes, false for no, null if neither was said. "No, that's right" and the like count by their first word.</summary>
    public static bool? Parse(ImmutableArray<Word> words)
    {
        var first = words.FirstOrDefault(w => w.Text is not ("um" or "uh" or "oh" or "well" or "so" or "hi" or "hmm"));
        if (first.Text is null)
        {
            return null;
        }

        if (first.Text is "no" or "nope" or "nah" or "wrong" or "never" || words.HasAny(_noAnywhere))
        {
            return false;
        }

        if (first.Text is "yes" or "yeah" or "yep" or "yup" or "yea" or "sure" or "correct" or "absolutely" or "definitely" or "exactly" or "perfect" or "certainly" or "okay" or "ok" or "alright" or "great" or "mhm" or "indeed"
            || words.HasAny(_yesAnywhere))
        {
            return true;
        }

        return first.Text is "right" or "fine" or "good" or "please" or "true" && words.Length <= 3 ? true : null;
    }
}
