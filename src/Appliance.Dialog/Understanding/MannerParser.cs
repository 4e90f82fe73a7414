using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Thanks, goodbye, "say that again", "hold on", "hello?" and the like.</summary>
public static class MannerParser
{
    private static readonly (Manner Manner, string[] Phrases)[] _rules =
    [
        (Manner.Thanks, ["thank you", "thanks"]),
        (Manner.Goodbye, ["goodbye", "good bye", "bye", "have a good day", "have a nice day", "have a great day", "talk to you later"]),
        (Manner.Repeat, ["repeat", "say that again", "say it again", "what did you say", "what was that", "didn't catch that", "pardon", "come again", "one more time", "didn't hear", "what were", "excuse me"]),
        (Manner.HoldOn, ["hold on", "hang on", "just a second", "one second", "one moment", "just a moment", "just a minute", "one minute", "give me a", "let me check", "let me ask", "let me see", "let me look", "let me think", "wait a"]),
        (Manner.Hello, ["hello", "hi", "hey", "anybody there", "are you there", "good morning", "good afternoon", "good evening"]),
        (Manner.Done, ["that's all", "that's everything", "that is all", "nothing else", "never mind", "nevermind", "that'll be all", "i'm good", "i'm all set", "all set"]),
        (Manner.Unsure, ["i don't know", "i'm not sure", "not sure", "no idea", "maybe", "i guess"]),
        (Manner.Upset, ["ridiculous", "frustrating", "not listening", "don't understand", "waiting forever", "terrible", "stupid", "not what i said"]),
    ];

    /// <summary>All manners found.</summary>
    public static Manner Parse(ImmutableArray<Word> words)
    {
        var found = Manner.None;
        foreach (var (manner, phrases) in _rules)
        {
            found |= words.HasAny(phrases) ? manner : Manner.None;
        }

        return found;
    }
}
