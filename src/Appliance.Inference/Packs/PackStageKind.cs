namespace Appliance.Inference.Packs;

/// <summary>What an engine of a model pack does. In manifests: <c>vad</c>, <c>stt</c>, <c>llm</c>, <c>tts</c>.</summary>
public enum PackStageKind
{
    /// <summary>Voice activity detection: is someone speaking.</summary>
    Vad = 0,

    /// <summary>Speech to text.</summary>
    Stt,

    /// <summary>Language model: understanding under a grammar.</summary>
    Llm,

    /// <summary>Text to speech.</summary>
    Tts,
}
