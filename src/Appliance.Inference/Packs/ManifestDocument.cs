using System.Text.Json;
using System.Text.Json.Serialization;

namespace Appliance.Inference.Packs;

/// <summary><c>pack.json</c> as written. An unknown key is an error, so that a typing mistake is not passed over.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ManifestDocument
{
    /// <summary>The only format that this build reads.</summary>
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Description { get; init; }

    public required Dictionary<string, ManifestStage?> Stages { get; init; }
}

/// <summary>One stage as written.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ManifestStage
{
    public required string Engine { get; init; }

    public required string Licence { get; init; }

    public required string Source { get; init; }

    public Dictionary<string, JsonElement>? Parameters { get; init; }

    public required List<ManifestFile?> Files { get; init; }
}

/// <summary>One file as written. No <c>sha256</c> means: nobody has seen it yet, record it at import.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ManifestFile
{
    public required string Role { get; init; }

    public required string Path { get; init; }

    public string? Sha256 { get; init; }

    public long? Bytes { get; init; }

    public required PackFileOrigin Origin { get; init; }

    public string? Source { get; init; }
}
