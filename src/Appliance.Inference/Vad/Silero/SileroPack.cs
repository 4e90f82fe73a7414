using Appliance.Inference.Packs;

namespace Appliance.Inference.Vad.Silero;

/// <summary>Reads a pack's <c>vad</c> stage.</summary>
public static class SileroPack
{
    /// <summary><paramref name="options"/> with the stage's <c>sampleRate</c> where it sets one.</summary>
    /// <exception cref="EngineException">UnsupportedModel when it is neither 8000 nor 16000.</exception>
    public static SileroOptions Options(PackStage stage, SileroOptions options)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(options);
        return stage.Parameter("sampleRate") switch
        {
            null => options,
            "8000" => options with { SampleRate = 8_000 },
            "16000" => options with { SampleRate = 16_000 },
            var other => throw new EngineException(EngineErrorReason.UnsupportedModel, $"The stage vad has the unusable sampleRate {other}; it is 8000 or 16000."),
        };
    }
}
