using Appliance.Inference.Packs;
using Appliance.Inference.Tts.Piper;

namespace Appliance.Inference.Tts;

/// <summary>Which voice the appliance speaks with.</summary>
public sealed record TtsOptions
{
    /// <summary>The pack's Piper voice; default null: the pack has none and libespeak-ng speaks.</summary>
    public PiperOptions? Piper { get; init; }

    /// <summary>libespeak-ng's voice when it speaks. Default <c>en-us</c>.</summary>
    public string EspeakVoice { get; init; } = "en-us";

    /// <summary>
    /// What a pack's stage says; without one libespeak-ng speaks. Parameters: <c>voice</c> of libespeak-ng,
    /// <c>speaker</c> and <c>threads</c> of a Piper voice.
    /// </summary>
    /// <exception cref="EngineException">MissingModel when the stage names no file for a role.</exception>
    public static TtsOptions Of(PackStage? stage) => stage?.Engine switch
    {
        PackEngines.PiperOnnx => new TtsOptions
        {
            Piper = new PiperOptions
            {
                ModelFile = stage.PathOf("voice"),
                ConfigFile = stage.PathOf("config"),
                Speaker = stage.Parameter("speaker"),
                Threads = int.TryParse(stage.Parameter("threads"), out var threads) ? threads : 1,
            },
        },
        PackEngines.EspeakNg => new TtsOptions { EspeakVoice = stage.Parameter("voice") ?? "en-us" },
        _ => new TtsOptions(),
    };
}
