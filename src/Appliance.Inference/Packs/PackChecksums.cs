using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Appliance.Inference.Packs;

/// <summary><c>checksums.json</c> as written.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChecksumDocument
{
    /// <summary>SHA-256 in lower-case hex by path inside the pack.</summary>
    public required SortedDictionary<string, string> Sha256 { get; init; }
}

/// <summary>
/// Checksums that were recorded when files first came in. They stand in <c>checksums.json</c> beside the manifest and
/// not in it, because the manifest is tracked and the same for every installation, and because a person can see which
/// sums the project vouches for and which this machine merely remembers. The manifest's own sum always wins.
/// </summary>
internal static class PackChecksums
{
    /// <summary>Length of a SHA-256 in hex digits.</summary>
    public const int HexLength = 64;

    /// <summary>Reads the recorded sums; none when there is no file.</summary>
    public static ImmutableSortedDictionary<string, string> Read(string folder, Action<PackProblem> report)
    {
        var path = Path.Combine(folder, PackNames.Checksums);
        if (!File.Exists(path))
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }

        try
        {
            var document = JsonSerializer.Deserialize(File.ReadAllBytes(path), PackJson.Default.ChecksumDocument);
            if (document is not null && document.Sha256.Values.All(IsSha256))
            {
                return document.Sha256.ToImmutableSortedDictionary(StringComparer.Ordinal);
            }

            report(Bad(folder, "holds something that is not a SHA-256"));
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            report(Bad(folder, $"cannot be read ({error.Message})"));
        }

        return ImmutableSortedDictionary<string, string>.Empty;
    }

    /// <summary>The sums as the bytes of <c>checksums.json</c>.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, string> sums)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, sum) in sums)
        {
            sorted[path] = sum;
        }

        return JsonSerializer.SerializeToUtf8Bytes(new ChecksumDocument { Sha256 = sorted }, PackJson.Default.ChecksumDocument);
    }

    /// <summary>True for 64 lower-case hex digits.</summary>
    public static bool IsSha256(string text) => text.Length == HexLength && text.All(char.IsAsciiHexDigitLower);

    private static PackProblem Bad(string folder, string what)
    {
        var file = PackPath.Display(folder, PackNames.Checksums);
        return new PackProblem(
            null, file, PackProblemKind.BadManifest, $"{file} {what}", $"rm {file}, then {PackMend.Import(folder)}");
    }
}
