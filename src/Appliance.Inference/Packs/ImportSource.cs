namespace Appliance.Inference.Packs;

/// <summary>The folder that an import reads, a USB stick for example, with its files by name.</summary>
internal sealed class ImportSource
{
    // Hidden files are skipped: a stick from a Mac carries "._NAME" beside each file, and a pack folder its staging area.
    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 8,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    private readonly string _folder;
    private readonly ILookup<string, string> _byName;

    private ImportSource(string folder)
    {
        _folder = folder;
        _byName = Directory.EnumerateFiles(folder, "*", Walk)
            .ToLookup(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads the names of a folder and of the folders in it.</summary>
    /// <exception cref="IOException">The folder does not exist or cannot be read.</exception>
    public static ImportSource Open(string folder) => new(Path.GetFullPath(folder));

    /// <summary>
    /// The files that may be meant, best first kind only: the same path as in the pack; else the name under which the
    /// file was published; else the bare name. A file of another length than the manifest's is not meant.
    /// </summary>
    public IReadOnlyList<string> Find(PackFile file)
    {
        var path = Path.Combine(_folder, file.RelativePath);
        if (File.Exists(path))
        {
            return [path];
        }

        var published = file.Source?[(file.Source.LastIndexOf('/') + 1)..];
        return published is not null && Fitting(published, file) is [_, ..] found
            ? found
            : Fitting(Path.GetFileName(file.RelativePath), file);
    }

    private List<string> Fitting(string name, PackFile file) =>
        [.. _byName[name]
            .Where(path => file.Bytes is not { } bytes || new FileInfo(path).Length == bytes)
            .Order(StringComparer.Ordinal)];
}
