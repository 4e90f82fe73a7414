using System.Collections.Immutable;

namespace Appliance.Inference.Packs;

/// <summary>
/// A folder of models with a manifest <c>pack.json</c> that names, for each stage, the engine, the files with their
/// SHA-256, the licence, the source and the settings.
/// </summary>
/// <param name="Name">Short name, as in <c>models/NAME</c>.</param>
/// <param name="Version">Version of the pack.</param>
/// <param name="Description">What it can and cannot do, for people.</param>
/// <param name="Folder">Absolute path of the folder.</param>
/// <param name="Stages">The stages, at most one of each kind; a stage may be absent.</param>
public sealed record ModelPack(
    string Name,
    string Version,
    string Description,
    string Folder,
    ImmutableArray<PackStage> Stages)
{
    /// <summary>
    /// Reads the manifest and looks at presence and length of every file; hashing is left to
    /// <see cref="PackVerification.VerifyAsync"/>. Finishes an import that was cut off after its copies were complete.
    /// Never throws for what lies in the folder: all problems come back together.
    /// </summary>
    public static PackReading Load(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return PackLoading.Load(Path.GetFullPath(folder));
    }

    /// <summary>The stage, or null when the pack has none of that kind.</summary>
    public PackStage? Stage(PackStageKind kind) => Stages.FirstOrDefault(stage => stage.Kind == kind);
}
