using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop;

/// <summary>
/// Finds native libraries below a list of folders, first match first. In each folder a library may lie by its bare
/// name, by its package path, or below <c>node_modules</c>.
/// </summary>
/// <param name="folders">Folders to search, in order; they need not exist.</param>
public sealed class NativeLibraryLocator(IReadOnlyList<string> folders)
{
    /// <summary>Folders that are searched, in order.</summary>
    public IReadOnlyList<string> Folders { get; } = folders;

    /// <summary>Full path of the library, or null when no folder holds it.</summary>
    public string? Find(NativeLibraryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Folders.SelectMany(folder => Candidates(folder, file)).FirstOrDefault(File.Exists);
    }

    /// <summary>Full path of the library.</summary>
    /// <exception cref="EngineException"><see cref="EngineErrorReason.MissingLibrary"/>.</exception>
    public string Require(NativeLibraryFile file) => Find(file) ?? throw Missing(file, null);

    /// <summary>
    /// Loads the library for the life of the process. A library of the operating system that no folder holds is
    /// looked for by the system's own loader.
    /// </summary>
    /// <exception cref="EngineException"><see cref="EngineErrorReason.MissingLibrary"/>.</exception>
    public nint Load(NativeLibraryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = file.PackagePath is null ? Find(file) ?? file.FileName : Require(file);
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw Missing(file, error);
        }
    }

    private static IEnumerable<string> Candidates(string folder, NativeLibraryFile file)
    {
        yield return Path.Combine(folder, file.FileName);
        if (file.PackagePath is not null)
        {
            yield return Path.Combine(folder, file.PackagePath);
            yield return Path.Combine(folder, "node_modules", file.PackagePath);
        }
    }

    private EngineException Missing(NativeLibraryFile file, Exception? inner)
    {
        var searched = Folders.Count == 0 ? "the system's library folders" : string.Join(", ", Folders);
        var cause = inner is null ? string.Empty : $" ({inner.Message})";
        return new EngineException(
            EngineErrorReason.MissingLibrary,
            $"{file.FileName} (stage {file.Stages}) cannot be loaded from {searched}{cause}. Run scripts/setup.sh to install it.",
            inner);
    }
}
