using System.Collections.Immutable;

namespace Appliance.Clinic.Profiles;

/// <summary>Reads the visit types; a spoken keyword may mean only one of them.</summary>
internal static class VisitTypeReader
{
    public static ImmutableArray<VisitType> Read(
        IReadOnlyList<VisitTypeDocument>? visitTypes, ImmutableArray<Doctor> doctors, ProblemList problems)
    {
        if (visitTypes is not { Count: > 0 })
        {
            problems.Add("visitTypes", "needs at least one visit type");
            return [];
        }

        var read = visitTypes.Select((visitType, i) => ReadOne($"visitTypes[{i}]", visitType, doctors, problems)).ToImmutableArray();
        if (read.DistinctBy(v => v.Id, StringComparer.Ordinal).Count() != read.Length)
        {
            problems.Add("visitTypes", "ids must differ");
        }

        foreach (var shared in read.SelectMany(v => v.Keywords).GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Add("visitTypes", $"keyword '{shared.Key}' belongs to several visit types");
        }

        return read;
    }

    private static VisitType ReadOne(string path, VisitTypeDocument visitType, ImmutableArray<Doctor> doctors, ProblemList problems)
    {
        foreach (var unknown in (visitType.Doctors ?? []).Where(id => !doctors.Any(d => string.Equals(d.Id, id, StringComparison.Ordinal))))
        {
            problems.Add(path + ".doctors", $"'{unknown}' is no doctor of this profile");
        }

        var name = problems.Text(path + ".name", visitType.Name);
        return new VisitType(
            problems.Id(path + ".id", visitType.Id),
            name,
            problems.Minutes(path + ".minutes", visitType.Minutes, 0, 5, 480),
            problems.Minutes(path + ".bufferMinutes", visitType.BufferMinutes, 0, 0, 240),
            [.. (visitType.Keywords ?? []).Prepend(name).Select(k => k.Trim().ToLowerInvariant()).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal)],
            [.. visitType.Doctors ?? []]);
    }
}
