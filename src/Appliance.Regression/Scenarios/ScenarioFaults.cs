using System.Collections.Immutable;
using Appliance.Dialog.Conversation;

namespace Appliance.Regression.Scenarios;

/// <summary>Collects what is wrong with a scenario file, each with its place.</summary>
internal sealed class ScenarioFaults
{
    private const double LongestTime = 600_000;

    private readonly List<string> _faults = [];

    /// <summary>All so far, in order.</summary>
    public ImmutableArray<string> All => [.. _faults];

    /// <summary>Notes a fault unless all is well.</summary>
    public void Require(bool isWell, string where, string fault)
    {
        if (!isWell)
        {
            _faults.Add($"{where} {fault}");
        }
    }

    /// <summary>Reads milliseconds.</summary>
    public TimeSpan? Time(double? milliseconds, string where)
    {
        Require(milliseconds is null or (>= 0 and <= LongestTime), where, $"must lie between 0 and {LongestTime}.");
        return milliseconds is >= 0 and <= LongestTime ? TimeSpan.FromMilliseconds(milliseconds.Value) : null;
    }

    /// <summary>Reads names of phrases.</summary>
    public ImmutableArray<PhraseId> Phrases(string[]? names, string where)
    {
        var phrases = ImmutableArray.CreateBuilder<PhraseId>();
        foreach (var name in names ?? [])
        {
            var isKnown = Enum.TryParse<PhraseId>(name, out var phrase) && string.Equals(phrase.ToString(), name, StringComparison.Ordinal);
            Require(isKnown, where, $"names the phrase {name}, which the agent does not have.");
            phrases.Add(phrase);
        }

        return phrases.ToImmutable();
    }

    /// <summary>Reads fields that can be scored.</summary>
    public ImmutableSortedDictionary<string, string>? Fields(Dictionary<string, string>? fields, ImmutableArray<string> known, string where)
    {
        foreach (var field in fields?.Keys.Except(known) ?? [])
        {
            Require(isWell: false, $"{where}.{field}", $"is not known; known are {string.Join(", ", known)}.");
        }

        return fields?.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
