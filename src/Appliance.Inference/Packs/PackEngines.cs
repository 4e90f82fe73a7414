using System.Collections.Immutable;

namespace Appliance.Inference.Packs;

/// <summary>The engines that a manifest may name, with the stage they serve and the files they need.</summary>
public static class PackEngines
{
    /// <summary>Silero VAD v5 or v6 on ONNX Runtime; file <c>model</c>.</summary>
    public const string SileroOnnx = "silero-onnx";

    /// <summary>Whisper in the layout of the sherpa-onnx exports; files <c>encoder</c>, <c>decoder</c>, <c>tokens</c>.</summary>
    public const string WhisperOnnx = "whisper-onnx";

    /// <summary>A GGUF model on llama.cpp; file <c>model</c>.</summary>
    public const string LlamaGguf = "llama-gguf";

    /// <summary>A Piper voice on ONNX Runtime; files <c>voice</c> (.onnx) and <c>config</c> (.onnx.json).</summary>
    public const string PiperOnnx = "piper-onnx";

    /// <summary>The system's libespeak-ng; no files, parameter <c>voice</c>.</summary>
    public const string EspeakNg = "espeak-ng";

    private static readonly ImmutableDictionary<string, (PackStageKind Stage, ImmutableArray<string> Roles)> Known =
        ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create(SileroOnnx, (PackStageKind.Vad, ImmutableArray.Create("model"))),
                KeyValuePair.Create(WhisperOnnx, (PackStageKind.Stt, ImmutableArray.Create("encoder", "decoder", "tokens"))),
                KeyValuePair.Create(LlamaGguf, (PackStageKind.Llm, ImmutableArray.Create("model"))),
                KeyValuePair.Create(PiperOnnx, (PackStageKind.Tts, ImmutableArray.Create("voice", "config"))),
                KeyValuePair.Create(EspeakNg, (PackStageKind.Tts, ImmutableArray<string>.Empty)),
            ]);

    /// <summary>The file roles that an engine needs for a stage, or null when no such engine serves that stage.</summary>
    internal static ImmutableArray<string>? RolesOf(string engine, PackStageKind stage) =>
        Known.TryGetValue(engine, out var known) && known.Stage == stage ? known.Roles : null;
}
