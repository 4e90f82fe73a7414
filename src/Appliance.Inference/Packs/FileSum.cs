using System.Security.Cryptography;

namespace Appliance.Inference.Packs;

/// <summary>SHA-256 of a file as 64 lower-case hex digits, read in pieces so that a file of gigabytes costs no memory.</summary>
internal static class FileSum
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Opens a file to be read once, from front to back.</summary>
    public static FileStream OpenForReading(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);

    public static async ValueTask<string> OfAsync(string path, CancellationToken cancellationToken)
    {
        var stream = OpenForReading(path);
        await using (stream)
        {
            var hash = await SHA256.HashDataAsync(stream, cancellationToken);
            return Convert.ToHexStringLower(hash);
        }
    }
}
