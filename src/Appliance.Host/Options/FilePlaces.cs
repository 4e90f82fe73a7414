namespace Appliance.Host.Options;

/// <summary>Where a path leads.</summary>
internal static class FilePlaces
{
    /// <summary>Whether a path lies in a folder or below it; neither need exist, links are not followed.</summary>
    public static bool IsInside(string path, string folder)
    {
        if (string.IsNullOrWhiteSpace(path) || string.IsNullOrWhiteSpace(folder))
        {
            return false;
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        return Path.GetFullPath(path).StartsWith(root, StringComparison.Ordinal);
    }

    /// <summary>The nearest folder at or above a path that exists.</summary>
    public static string NearestExisting(string path)
    {
        var folder = Path.GetFullPath(path);
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder) ?? "/";
        }

        return folder;
    }
}
