using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Appliance.Dialog.Conversation;

namespace Appliance.Regression.Callers;

/// <summary>Which approved phrases stand in the agent's own words; exact, since replay knows what the agent says before it sounds.</summary>
internal static partial class PhraseFinder
{
    private static readonly ImmutableArray<(PhraseId Id, Regex Pattern)> Patterns =
        [.. Phrases.All.SelectMany(phrase => phrase.Value.Select(variant => (phrase.Key, PatternOf(variant))))];

    /// <summary>All phrases in a text.</summary>
    public static ImmutableHashSet<PhraseId> In(string text) =>
        [.. Patterns.Where(phrase => phrase.Pattern.IsMatch(text)).Select(phrase => phrase.Id)];

    // A value never goes over the end of a sentence.
    private static Regex PatternOf(string variant) => new(
        @"(?<![\w,] )\b" + string.Concat(Slot().Split(variant).Select((part, index) => index % 2 == 0 ? Regex.Escape(part) : "[^.?!]+?")),
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\{(?<slot>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slot();
}
