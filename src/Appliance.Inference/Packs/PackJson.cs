using System.Text.Json;
using System.Text.Json.Serialization;

namespace Appliance.Inference.Packs;

/// <summary>JSON of manifests and checksum files, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    WriteIndented = true)]
[JsonSerializable(typeof(ManifestDocument))]
[JsonSerializable(typeof(ChecksumDocument))]
internal sealed partial class PackJson : JsonSerializerContext;
