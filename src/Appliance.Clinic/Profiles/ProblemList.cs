using System.Collections.Immutable;
using System.Globalization;

namespace Appliance.Clinic.Profiles;

/// <summary>Gathers every fault of a profile, each with the path at which it stands; reads scalars on the way.</summary>
internal sealed class ProblemList
{
    private readonly List<string> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    public ImmutableArray<string> ToImmutable() => [.. _problems];

    public void Add(string path, string problem) => _problems.Add(path + ": " + problem);

    public string Text(string path, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(path, "is missing");
            return string.Empty;
        }

        return value.Trim();
    }

    public string Id(string path, string? value)
    {
        if (!Identifier.IsValid(value) || value!.Contains(':', StringComparison.Ordinal) || value.Length > 24)
        {
            Add(path, "must be 1 to 24 of A-Z a-z 0-9 . - _");
            return string.Empty;
        }

        return value;
    }

    public TimeSpan Minutes(string path, double? value, double defaultMinutes, double least, double most)
    {
        var minutes = value ?? defaultMinutes;
        if (!(minutes >= least && minutes <= most))
        {
            Add(path, string.Create(CultureInfo.InvariantCulture, $"must be {least} to {most}"));
            return TimeSpan.FromMinutes(least);
        }

        return TimeSpan.FromMinutes(minutes);
    }

    public TimeOnly Time(string path, string? value)
    {
        if (!TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            Add(path, "must be a time such as 08:00");
        }

        return time;
    }

    public DateOnly Date(string path, string? value)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Add(path, "must be a date such as 2026-12-25");
        }

        return date;
    }
}
