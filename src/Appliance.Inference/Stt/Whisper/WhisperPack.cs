using System.Globalization;
using Appliance.Inference.Packs;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>Reads a pack's <c>stt</c> stage.</summary>
public static class WhisperPack
{
    private const int SampleRate = 16_000;

    /// <summary>The stage's files.</summary>
    /// <exception cref="EngineException">MissingModel when the stage names no file for a role.</exception>
    public static WhisperFiles Files(PackStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return new WhisperFiles(stage.PathOf("encoder"), stage.PathOf("decoder"), stage.PathOf("tokens"));
    }

    /// <summary><paramref name="options"/> with the stage's <c>language</c> and <c>padSeconds</c> where it sets them.</summary>
    /// <exception cref="EngineException">UnsupportedModel when <c>padSeconds</c> is no number.</exception>
    public static WhisperOptions Options(PackStage stage, WhisperOptions options)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(options);
        return options with
        {
            Language = stage.Parameter("language") ?? options.Language,
            PaddingSamples = stage.Parameter("padSeconds") is { } seconds ? Samples(seconds) : options.PaddingSamples,
        };
    }

    private static int Samples(string seconds) =>
        double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (int)Math.Round(value * SampleRate)
            : throw new EngineException(EngineErrorReason.UnsupportedModel, $"The stage stt has the unusable padSeconds {seconds}.");
}
