namespace Appliance.Cli.Calling;

/// <summary>Finds the model pack that the caller listens with.</summary>
public static class PackFolder
{
    private const string Manifest = "pack.json";
    private const string Default = "models/mini";

    /// <summary>The folder named, or its pack "mini"; without a name the mini pack above the program or the working directory. Null when there is none.</summary>
    public static string? Find(string? named)
    {
        var candidates = named is not null
            ? [named, Path.Combine(named, "mini")]
            : Above(AppContext.BaseDirectory).Concat(Above(Directory.GetCurrentDirectory()));
        return candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, Manifest)));
    }

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, Default);
        }
    }
}
