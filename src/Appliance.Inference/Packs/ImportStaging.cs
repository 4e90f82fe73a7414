namespace Appliance.Inference.Packs;

/// <summary>
/// Where an import puts its copies, <c>.import/files</c> inside the pack, until all of them are complete. The file
/// <c>.import/ready</c> is the commit point: before it exists a cut-off import counts for nothing, after it exists the
/// renames are finished by whoever comes next. So a pack is never left half old, half new.
/// </summary>
internal sealed class ImportStaging : IDisposable
{
    private const string FolderName = ".import";
    private readonly string _pack;
    private readonly FileStream _lock;

    private ImportStaging(string pack, FileStream held)
    {
        _pack = pack;
        _lock = held;
    }

    private string Files => Path.Combine(_pack, FolderName, "files");

    private string Ready => Path.Combine(_pack, FolderName, "ready");

    /// <summary>Takes the pack's import lock, which the system drops with the process that holds it.</summary>
    /// <exception cref="IOException">Another import holds it, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public static ImportStaging Take(string pack)
    {
        var folder = Directory.CreateDirectory(Path.Combine(pack, FolderName)).FullName;
        var held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        return new ImportStaging(pack, held);
    }

    /// <summary>Finishes an import that was cut off after its commit point; null when there is none or it is done now.</summary>
    public static PackProblem? FinishCutOff(string pack)
    {
        if (!File.Exists(Path.Combine(pack, FolderName, "ready")))
        {
            return null;
        }

        try
        {
            using var staging = Take(pack);
            staging.Settle();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var name = PackPath.Display(pack, FolderName);
            return new PackProblem(
                null,
                name,
                PackProblemKind.ImportUnfinished,
                $"{name} holds an import that is not finished ({error.Message})",
                $"make {pack} writable, then {PackMend.Import(pack)}");
        }
    }

    /// <summary>Brings the staging area to rest: finishes what was committed, throws away what was not.</summary>
    public void Settle()
    {
        if (File.Exists(Ready))
        {
            MoveIntoPlace();
        }

        Discard();
    }

    /// <summary>The path at which to write a file of the pack; its folder exists afterwards.</summary>
    public string PathFor(string relativePath)
    {
        var path = Path.Combine(Files, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Puts everything that was staged into the pack. Every file must have been flushed to the disk.</summary>
    public void Commit()
    {
        using (var ready = new FileStream(Ready, FileMode.Create, FileAccess.Write))
        {
            ready.Flush(flushToDisk: true);
        }

        MoveIntoPlace();
        Discard();
    }

    /// <summary>Throws the copies away. The commit mark goes first, so that a crash in here commits nothing.</summary>
    public void Discard()
    {
        File.Delete(Ready);
        if (Directory.Exists(Files))
        {
            Directory.Delete(Files, recursive: true);
        }
    }

    public void Dispose() => _lock.Dispose();

    // Repeatable: a file that was moved before the cut is no longer here.
    private void MoveIntoPlace()
    {
        if (!Directory.Exists(Files))
        {
            return;
        }

        foreach (var staged in Directory.EnumerateFiles(Files, "*", SearchOption.AllDirectories).ToList())
        {
            var target = Path.Combine(_pack, Path.GetRelativePath(Files, staged));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(staged, target, overwrite: true);

            // Flushing a file after its rename makes the journal carry the rename too; .NET cannot flush a folder.
            using var moved = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
            moved.Flush(flushToDisk: true);
        }
    }
}
