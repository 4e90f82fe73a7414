using Appliance.Host.Options;

namespace Appliance.Cli.Calling;

/// <summary>Finds the model pack that the caller listens with.</summary>
public static class PackFolder
{
    /// <summary>The folder named, or its pack "mini"; without a name the installation's mini pack. Null when there is none.</summary>
    public static string? Find(string? named)
    {
        string[] candidates = named is null ? [Path.Combine(Installation.Root, "models", "mini")] : [named, Path.Combine(named, "mini")];
        return candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pack.json")));
    }
}
