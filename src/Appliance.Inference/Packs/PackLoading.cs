using System.Collections.Immutable;

namespace Appliance.Inference.Packs;

/// <summary>Reads a pack's manifest and looks at its files without hashing them.</summary>
internal static class PackLoading
{
    public static PackReading Load(string folder)
    {
        var problems = ImmutableArray.CreateBuilder<PackProblem>();
        if (ImportStaging.FinishCutOff(folder) is { } unfinished)
        {
            problems.Add(unfinished);
        }

        var pack = new ManifestReader(folder, problems.Add).Read();
        foreach (var stage in pack?.Stages ?? [])
        {
            problems.AddRange(stage.Files.Select(file => Look(pack!, stage, file)).OfType<PackProblem>());
        }

        return new PackReading(pack, problems.ToImmutable());
    }

    private static PackProblem? Look(ModelPack pack, PackStage stage, PackFile file)
    {
        var found = new FileInfo(file.FullPath);
        if (!found.Exists)
        {
            return PackProblems.Missing(pack, stage, file);
        }

        if (file.Bytes is { } expected && found.Length != expected)
        {
            return PackProblems.WrongLength(pack, stage, file, found.Length);
        }

        return file.Sha256 is null ? PackProblems.SumUnknown(pack, stage, file) : null;
    }
}
