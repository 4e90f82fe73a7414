using System.Diagnostics.CodeAnalysis;

namespace Appliance.Inference.Packs;

/// <summary>Paths that a manifest may name: inside the pack's folder, and nowhere else.</summary>
internal static class PackPath
{
    /// <summary>
    /// Resolves a manifest's path. False when it is absolute, climbs, has an empty or hidden segment (the import keeps
    /// its own files under a leading dot), or uses a character that other systems read as a separator.
    /// </summary>
    public static bool TryResolve(string folder, string relativePath, [NotNullWhen(true)] out string? fullPath)
    {
        fullPath = null;
        if (relativePath.Length is 0 or > 200 || relativePath.Any(c => c is '\\' or ':' || char.IsControl(c)))
        {
            return false;
        }

        if (relativePath.Split('/').Any(segment => segment.Length == 0 || segment[0] == '.'))
        {
            return false;
        }

        fullPath = Path.Combine(folder, relativePath);
        return true;
    }

    /// <summary>The path as people type it: from the folder above <c>models</c> when there is one, else absolute.</summary>
    public static string Display(string folder, string relativePath)
    {
        var full = Path.Combine(folder, relativePath);
        return RootOf(folder) is { } root ? Path.GetRelativePath(root, full) : full;
    }

    /// <summary>The folder that holds <c>models/</c>, or null when the pack lies elsewhere.</summary>
    public static string? RootOf(string folder)
    {
        var models = Directory.GetParent(Path.TrimEndingDirectorySeparator(folder));
        return models is { Name: "models", Parent: { } root } ? root.FullName : null;
    }
}
