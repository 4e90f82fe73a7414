using System.Security.Cryptography;

namespace Appliance.Inference.Packs;

/// <summary>Copies one file and hashes what it copies in the same pass, so that a stick is read once.</summary>
internal static class ImportCopy
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Copies and flushes to the disk; gives the SHA-256 of the bytes written.</summary>
    /// <exception cref="IOException">The source cannot be read or the disk cannot be written.</exception>
    public static async Task<string> CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var input = FileSum.OpenForReading(from);
        await using (input)
        {
            var output = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            await using (output)
            {
                var buffer = new byte[BufferBytes];
                for (int read; (read = await input.ReadAsync(buffer, cancellationToken)) > 0;)
                {
                    hash.AppendData(buffer, 0, read);
                    await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                output.Flush(flushToDisk: true);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes a small file and flushes it to the disk.</summary>
    public static void Write(string path, byte[] content)
    {
        using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        output.Write(content);
        output.Flush(flushToDisk: true);
    }
}
