namespace Appliance.Inference.Packs;

/// <summary>Names of files and stages on disk and in messages.</summary>
internal static class PackNames
{
    public const string Manifest = "pack.json";
    public const string Checksums = "checksums.json";

    /// <summary>The stage as manifests and messages write it.</summary>
    public static string Of(PackStageKind kind) => kind switch
    {
        PackStageKind.Vad => "vad",
        PackStageKind.Stt => "stt",
        PackStageKind.Llm => "llm",
        PackStageKind.Tts => "tts",
        _ => kind.ToString(),
    };

    /// <summary>The stage of a manifest's key, or null when there is none of that name.</summary>
    public static PackStageKind? StageOf(string name) => name switch
    {
        "vad" => PackStageKind.Vad,
        "stt" => PackStageKind.Stt,
        "llm" => PackStageKind.Llm,
        "tts" => PackStageKind.Tts,
        _ => null,
    };
}
