namespace Appliance.Inference.Stt;

/// <summary>
/// A decoder that repeats itself has lost the sound. Said thrice is speech ("no, no, no"), ten equal digits are a phone
/// number; a phrase of up to 16 tokens that comes at least four times and 12 tokens long in a row is a loop.
/// </summary>
internal static class RepetitionRule
{
    private const int LongestPhrase = 16;
    private const int FewestTimes = 4;
    private const int FewestTokens = 12;

    /// <summary>Number of tokens before the loop that the tokens end in; all of them when there is none.</summary>
    public static int KeptBeforeLoop(ReadOnlySpan<int> tokens)
    {
        for (var phrase = 1; phrase <= LongestPhrase; phrase++)
        {
            var length = phrase * Math.Max(FewestTimes, (FewestTokens + phrase - 1) / phrase);
            if (length <= tokens.Length && IsPeriodic(tokens[^length..], phrase))
            {
                return tokens.Length - length;
            }
        }

        return tokens.Length;
    }

    private static bool IsPeriodic(ReadOnlySpan<int> tokens, int period) => tokens[period..].SequenceEqual(tokens[..^period]);
}
