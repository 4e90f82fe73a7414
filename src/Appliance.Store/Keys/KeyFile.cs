using System.Security.Cryptography;

namespace Appliance.Store.Keys;

/// <summary>The file that holds the master key: one line of base64, readable by its owner only, never beside the data.</summary>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MaxFileLength = 256;

    /// <summary>Makes a new random key; never overwrites one.</summary>
    /// <exception cref="StoreException">KeyFileExists, or the folder cannot be written.</exception>
    public static void Create(string path)
    {
        if (File.Exists(path))
        {
            throw new StoreException(StoreErrorReason.KeyFileExists, $"The key file {path} is there already; it is never overwritten.");
        }

        var key = RandomNumberGenerator.GetBytes(MasterKey.Length);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
            using var file = new FileStream(path, options);
            using var writer = new StreamWriter(file);
            writer.Write(Convert.ToBase64String(key) + "\n");
            writer.Flush();
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Translate(e, "The key file cannot be written.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Reads the key; the checks come first, so that a badly kept key is never used.</summary>
    internal static MasterKey Load(string path, string dataDirectory)
    {
        if (!File.Exists(path))
        {
            throw new StoreException(
                StoreErrorReason.KeyFileMissing,
                $"The key file {path} is not there. Put back the key that these data were sealed with; for a new appliance make one with 'appliance key create {path}'.");
        }

        if (IsInside(path, dataDirectory))
        {
            throw new StoreException(
                StoreErrorReason.KeyFileInsideDataDirectory,
                "The key file lies inside the data directory: who takes the data would have the key. Move it elsewhere, best to another disk.");
        }

        if ((File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != UnixFileMode.None)
        {
            throw new StoreException(StoreErrorReason.KeyFileTooOpen, $"Others may use the key file. Run: chmod 600 {path}");
        }

        return Read(path);
    }

    private static MasterKey Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length <= MaxFileLength)
            {
                using var reader = new StreamReader(file);
                var key = new byte[MasterKey.Length];
                if (Convert.TryFromBase64String(reader.ReadToEnd().Trim(), key, out var written) && written == MasterKey.Length)
                {
                    return new MasterKey(key);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Translate(e, "The key file cannot be read.");
        }

        throw new StoreException(StoreErrorReason.KeyFileMalformed, "The key file does not hold one line of base64 for 32 bytes.");
    }

    // Links are followed on both sides: a link out of the data directory is fine, one into it is not.
    private static bool IsInside(string path, string directory)
    {
        var root = RealPath(Path.GetFullPath(directory)) + Path.DirectorySeparatorChar;
        return RealPath(Path.GetFullPath(path)).StartsWith(root, StringComparison.Ordinal);
    }

    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        var target = entry.Exists ? entry.ResolveLinkTarget(returnFinalTarget: true) : null;
        return target is null ? Path.Combine(RealPath(parent), Path.GetFileName(path)) : RealPath(target.FullName);
    }
}
