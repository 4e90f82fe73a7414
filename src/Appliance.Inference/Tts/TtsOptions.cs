using Appliance.Inference.Tts.Piper;

namespace Appliance.Inference.Tts;

/// <summary>Which voice the appliance speaks with.</summary>
public sealed record TtsOptions
{
    /// <summary>The pack's Piper voice; default null: the pack has none and libespeak-ng speaks.</summary>
    public PiperOptions? Piper { get; init; }

    /// <summary>libespeak-ng's voice when it speaks. Default <c>en-us</c>.</summary>
    public string EspeakVoice { get; init; } = "en-us";
}
