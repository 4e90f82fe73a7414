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

    private static readonly string[] _fillers = ["um", "uh", "oh", "well", "so", "hi", "hmm"];

    private static readonly string[] _yesFirst =
        ["yes", "yeah", "yep", "yup", "yea", "sure", "correct", "absolutely", "definitely", "exactly", "perfect", "certainly", "okay", "ok", "alright", "great", "mhm", "indeed"];

    private static readonly string[] _noFirst = ["no", "nope", "nah", "wrong", "never"];

    private static readonly string[] _closers =
        ["please", "thanks", "sir", "ma'am", "right", "correct", "sure", "exactly", "definitely", "absolutely", "indeed", "perfect"];

    /// <summary>True for yes, false for no, null if neither was said. "No, that's right" and the like count by their first word.</summary>
    public static bool? Parse(ImmutableArray<Word> words)
    {
        var at = First(words);
        if (at == words.Length)
        {
            return null;
        }

        if (words.IsAt(at, _noFirst) || words.HasAny(_noAnywhere))
        {
            return false;
        }

        if (words.IsAt(at, _yesFirst) || words.HasAny(_yesAnywhere))
        {
            return true;
        }

        return words.IsAt(at, "right", "fine", "good", "please", "true") && words.Length <= 3 ? true : null;
    }

    /// <summary>Whether the words are a "yes" or "no" alone, or with the first word of what follows: people often go on.</summary>
    public static bool IsBare(ImmutableArray<Word> words)
    {
        var at = First(words);
        return (words.Length - at) switch
        {
            1 => true,
            2 => (words.IsAt(at, _yesFirst) || words.IsAt(at, _noFirst)) && !words.IsAt(at + 1, _closers),
            _ => false,
        };
    }

    private static int First(ImmutableArray<Word> words)
    {
        var at = 0;
        while (at < words.Length && words.IsAt(at, _fillers))
        {
            at++;
        }

        return at;
    }
}
