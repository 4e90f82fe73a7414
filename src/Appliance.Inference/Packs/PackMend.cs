namespace Appliance.Inference.Packs;

/// <summary>The command that mends a file, by where the file comes from.</summary>
internal static class PackMend
{
    public const string Setup = "scripts/setup.sh";

    /// <summary>What brings a file of a pack back.</summary>
    public static string Of(string folder, string relativePath, PackFileOrigin origin) => origin switch
    {
        PackFileOrigin.Setup when HasSources(folder) => Setup,
        PackFileOrigin.Repository when IsCheckout(folder) => $"git checkout -- {PackPath.Display(folder, relativePath)}",
        _ => Import(folder),
    };

    /// <summary>The command that brings all files of a pack in from a folder; a pack that lies elsewhere is named by its place.</summary>
    public static string Import(string folder) => PackPath.RootOf(folder) is null
        ? $"appliance models import FOLDER --models {folder}"
        : $"appliance models import FOLDER --pack {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}";

    /// <summary>What mends the manifest itself.</summary>
    public static string Manifest(string folder) => IsCheckout(folder)
        ? $"git checkout -- {PackPath.Display(folder, PackNames.Manifest)}"
        : $"copy {PackNames.Manifest} of this version into {folder}";

    // A work tree of git has .git as a folder, a linked one as a file.
    private static bool IsCheckout(string folder) =>
        PackPath.RootOf(folder) is { } root && Path.Exists(Path.Combine(root, ".git"));

    private static bool HasSources(string folder) =>
        PackPath.RootOf(folder) is { } root && File.Exists(Path.Combine(root, Setup));
}
