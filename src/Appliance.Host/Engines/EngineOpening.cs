using System.Collections.Immutable;
using Appliance.Host.Failures;
using Appliance.Inference;
using Appliance.Inference.Interop;
using Appliance.Inference.Llm;
using Appliance.Inference.Packs;
using Appliance.Inference.Stt.Whisper;
using Appliance.Inference.Tts;
using Appliance.Inference.Vad.Silero;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Engines;

/// <summary>Opens the engines of an inspected pack; degraded where it can be, refused where it cannot.</summary>
internal sealed class EngineOpening(PackInspection inspection, TimeProvider time, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<EngineSet>();
    private readonly ImmutableArray<EngineDegradation>.Builder _degraded = ImmutableArray.CreateBuilder<EngineDegradation>();

    /// <exception cref="ApplianceException">No voice activity detection, or no voice at all.</exception>
    public async Task<EngineSet> OpenAsync(RecognitionPlan plan)
    {
        SileroDetector? detector = null;
        WhisperRecognizer? recognizer = null;
        TtsVoice? voice = null;
        try
        {
            detector = OpenDetector();
            recognizer = OpenRecognizer(plan);
            voice = OpenVoice();
            var languageModel = OpenLanguageModel();
            return new EngineSet(inspection.Pack, detector, recognizer, voice, languageModel, _degraded.ToImmutable());
        }
        catch (Exception error)
        {
            voice?.Dispose();
            recognizer?.Dispose();
            if (detector is not null)
            {
                await detector.DisposeAsync();
            }

            throw FailureExplanation.Of(error) ?? error;
        }
    }

    private SileroDetector OpenDetector()
    {
        if (inspection.Problem(PackStageKind.Vad) is { } problem)
        {
            var reason = problem.Kind == PackProblemKind.Missing ? ApplianceErrorReason.MissingModel : ApplianceErrorReason.DamagedModel;
            throw new ApplianceException(reason, $"The appliance cannot hear when somebody speaks. {problem}");
        }

        return inspection.Pack.Stage(PackStageKind.Vad) is { } stage
            ? SileroDetector.Load(stage.PathOf("model"), SileroPack.Options(stage, new SileroOptions()))
            : throw new ApplianceException(ApplianceErrorReason.MissingModel, $"The model pack {inspection.Pack.Name} has no stage vad. Choose another with --models DIR.");
    }

    private WhisperRecognizer? OpenRecognizer(RecognitionPlan plan)
    {
        const string Effect = "Callers are told that they cannot be understood and are put through to people";
        if (inspection.SoundStage(PackStageKind.Stt) is not { } stage)
        {
            Degrade(PackStageKind.Stt, inspection.Problem(PackStageKind.Stt)?.ToString() ?? "The pack has no stage stt.", Effect);
            return null;
        }

        try
        {
            var options = new WhisperOptions { Workers = plan.Workers, Threads = plan.Threads };
            return WhisperRecognizer.Load(WhisperPack.Files(stage), WhisperPack.Options(stage, options), time);
        }
        catch (EngineException lost) when (lost.Reason is not (EngineErrorReason.MissingLibrary or EngineErrorReason.WrongLibraryVersion))
        {
            Degrade(PackStageKind.Stt, lost.Message, Effect);
            return null;
        }
    }

    private TtsVoice OpenVoice()
    {
        const string Effect = "libespeak-ng speaks instead of the pack's voice";
        var problem = inspection.Problem(PackStageKind.Tts);
        var voice = TtsFactory.Open(problem is null ? TtsOptions.Of(inspection.Pack.Stage(PackStageKind.Tts)) : new TtsOptions(), loggers);
        if ((problem?.ToString() ?? voice.Degraded?.Message) is { } message)
        {
            Degrade(PackStageKind.Tts, message, Effect);
        }

        return voice;
    }

    private LlmOpening OpenLanguageModel()
    {
        const string Effect = "Rules understand and templates answer";
        var opening = LlmFactory.Open(inspection.SoundStage(PackStageKind.Llm), NativeLibraries.Locate(), time, loggers);
        if (inspection.Pack.Stage(PackStageKind.Llm) is not null
            && (inspection.Problem(PackStageKind.Llm)?.ToString() ?? opening.Degraded?.Message) is { } message)
        {
            Degrade(PackStageKind.Llm, message, Effect);
        }

        return opening;
    }

    private void Degrade(PackStageKind stage, string message, string effect)
    {
        _degraded.Add(new EngineDegradation(stage, message, effect));
        EngineLog.Degraded(_logger, stage, message, effect);
    }
}
