using Appliance.Inference;
using Appliance.Inference.Packs;
using Appliance.Inference.Stt.Whisper;
using Appliance.Inference.Vad.Silero;

namespace Appliance.Cli.Calling;

/// <summary>The engines that the caller listens with: those of a model pack, as the appliance itself uses them.</summary>
public sealed class CallerEngines : IAsyncDisposable
{
    private CallerEngines(SileroDetector detector, WhisperRecognizer recognizer) => (Detector, Recognizer) = (detector, recognizer);

    /// <summary>Tells speech from other sound.</summary>
    public SileroDetector Detector { get; }

    /// <summary>Writes speech down.</summary>
    public WhisperRecognizer Recognizer { get; }

    /// <summary>Opens the pack of a folder.</summary>
    /// <exception cref="EngineException">A stage is missing or damaged; the message says what mends it.</exception>
    public static async Task<CallerEngines> OpenAsync(string packFolder, TimeProvider time)
    {
        var reading = ModelPack.Load(packFolder);
        var vad = Stage(reading, PackStageKind.Vad);
        var stt = Stage(reading, PackStageKind.Stt);
        var detector = SileroDetector.Load(vad.PathOf("model"), SileroPack.Options(vad, new SileroOptions()));
        try
        {
            return new CallerEngines(detector, WhisperRecognizer.Load(WhisperPack.Files(stt), WhisperPack.Options(stt, new WhisperOptions()), time));
        }
        catch
        {
            await detector.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Recognizer.Dispose();
        await Detector.DisposeAsync();
    }

    private static PackStage Stage(PackReading reading, PackStageKind kind) => reading.StageIsSound(kind)
        ? reading.Pack!.Stage(kind)!
        : throw new EngineException(
            EngineErrorReason.MissingModel,
            reading.Problems.FirstOrDefault(p => p.Stage is null || p.Stage == kind)?.ToString() ?? $"The pack {reading.Pack?.Name} has no stage {kind}.");
}
