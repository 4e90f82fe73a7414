using System.Collections.Immutable;

namespace Appliance.Inference.Packs;

/// <summary>One file that an import copies.</summary>
internal sealed record PlannedCopy(PackStage Stage, PackFile File, string From, long Bytes);

/// <summary>What an import will do, found out before anything is written.</summary>
/// <param name="Copies">Files to copy.</param>
/// <param name="Recorded">Files in place whose sum becomes known now: path inside the pack and sum.</param>
/// <param name="Unchanged">Files in place and sound.</param>
/// <param name="Problems">What stands in the way.</param>
internal sealed record ImportPlan(
    ImmutableArray<PlannedCopy> Copies,
    ImmutableDictionary<string, string> Recorded,
    ImmutableArray<string> Unchanged,
    ImmutableArray<PackProblem> Problems)
{
    public long Bytes => Copies.Sum(copy => copy.Bytes);
}

/// <summary>Compares a pack with the folder it is to be brought in from.</summary>
internal sealed class ImportPlanner(ModelPack pack, ImportSource source)
{
    private readonly ImmutableArray<PlannedCopy>.Builder _copies = ImmutableArray.CreateBuilder<PlannedCopy>();
    private readonly ImmutableArray<string>.Builder _unchanged = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<PackProblem>.Builder _problems = ImmutableArray.CreateBuilder<PackProblem>();
    private readonly Dictionary<string, string> _recorded = new(StringComparer.Ordinal);

    public async Task<ImportPlan> PlanAsync(IEnumerable<PackStage> stages, CancellationToken cancellationToken)
    {
        foreach (var stage in stages)
        {
            foreach (var file in stage.Files)
            {
                await PlanAsync(stage, file, cancellationToken);
            }
        }

        return new ImportPlan(
            _copies.ToImmutable(), _recorded.ToImmutableDictionary(), _unchanged.ToImmutable(), _problems.ToImmutable());
    }

    private async Task PlanAsync(PackStage stage, PackFile file, CancellationToken cancellationToken)
    {
        var inPlace = File.Exists(file.FullPath) ? await FileSum.OfAsync(file.FullPath, cancellationToken) : null;
        if (inPlace is not null && string.Equals(inPlace, file.Sha256, StringComparison.Ordinal))
        {
            _unchanged.Add(file.RelativePath);
            return;
        }

        var found = source.Find(file).Where(path => !string.Equals(path, file.FullPath, StringComparison.Ordinal)).ToList();
        if (found.Count > 1 && file.Sha256 is not null)
        {
            found = await MatchingAsync(found, file.Sha256, cancellationToken);
        }

        if (found is [var only])
        {
            _copies.Add(new PlannedCopy(stage, file, only, new FileInfo(only).Length));
        }
        else if (found.Count > 1)
        {
            Refuse(stage, file, PackProblemKind.Ambiguous, $"may be any of {string.Join(", ", found)}", "leave only one of them in the folder");
        }
        else if (inPlace is not null && file.Sha256 is null)
        {
            _recorded[file.RelativePath] = inPlace;
        }
        else
        {
            Refuse(stage, file, PackProblemKind.NotInSource, "is not in the folder, or only with other content", HowToGet(file));
        }
    }

    private static async Task<List<string>> MatchingAsync(
        List<string> paths, string sum, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (string.Equals(await FileSum.OfAsync(path, cancellationToken), sum, StringComparison.Ordinal))
            {
                return [path];
            }
        }

        return [];
    }

    private string HowToGet(PackFile file) => file.Source is { } url
        ? $"get {url} on a connected machine (scripts/fetch-models.sh --pack {pack.Name} --to FOLDER) and import that folder"
        : PackMend.Of(pack.Folder, file.RelativePath, file.Origin);

    private void Refuse(PackStage stage, PackFile file, PackProblemKind kind, string what, string mend) =>
        _problems.Add(new PackProblem(stage.Kind, file.RelativePath, kind, $"{file.RelativePath} {what}", mend));
}
