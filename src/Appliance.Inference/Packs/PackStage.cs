using System.Collections.Immutable;

namespace Appliance.Inference.Packs;

/// <summary>One stage of a pack: the engine that runs it, its files and its settings.</summary>
/// <param name="Kind">Which stage.</param>
/// <param name="Engine">A name of <see cref="PackEngines"/>.</param>
/// <param name="Files">Every role that the engine needs, once each; empty for an engine that brings its own data.</param>
/// <param name="Licence">Licence of the files, as text for people.</param>
/// <param name="Source">Where the files come from.</param>
/// <param name="Parameters">Settings of the engine by name, numbers in invariant notation.</param>
public sealed record PackStage(
    PackStageKind Kind,
    string Engine,
    ImmutableArray<PackFile> Files,
    string Licence,
    string Source,
    ImmutableSortedDictionary<string, string> Parameters)
{
    /// <summary>Absolute path of the file that plays a role.</summary>
    /// <exception cref="EngineException"><see cref="EngineErrorReason.MissingModel"/>: the manifest names no such file.</exception>
    public string PathOf(string role) =>
        Files.FirstOrDefault(file => string.Equals(file.Role, role, StringComparison.Ordinal))?.FullPath
        ?? throw new EngineException(
            EngineErrorReason.MissingModel,
            $"The model pack names no file '{role}' for the stage {PackNames.Of(Kind)} ({Engine}).");

    /// <summary>Value of a setting, or null when the manifest does not set it.</summary>
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);
}
