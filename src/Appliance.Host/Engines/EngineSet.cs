using System.Collections.Immutable;
using Appliance.Clinic.Profiles;
using Appliance.Host.Failures;
using Appliance.Inference.Llm;
using Appliance.Inference.Packs;
using Appliance.Inference.Stt.Whisper;
using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Phrases;
using Appliance.Inference.Vad.Silero;
using Appliance.Media;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Engines;

/// <summary>The engines of one pack, verified, opened and warm. All calls share them.</summary>
public sealed class EngineSet : IAsyncDisposable
{
    private readonly TtsVoice _voice;
    private readonly LlmOpening _languageModel;

    internal EngineSet(
        ModelPack pack, SileroDetector voiceActivity, WhisperRecognizer? recognizer, TtsVoice voice, LlmOpening languageModel, ImmutableArray<EngineDegradation> degraded)
    {
        Pack = pack;
        VoiceActivity = voiceActivity;
        Recognizer = recognizer;
        _voice = voice;
        Synthesizer = new PhraseCache(new ResampledSynthesizer(voice.Synthesizer, AudioFormat.SampleRate), new PhraseCacheOptions());
        _languageModel = languageModel;
        Degraded = degraded;
    }

    /// <summary>The pack that they come from.</summary>
    public ModelPack Pack { get; }

    /// <summary>Silero.</summary>
    public SileroDetector VoiceActivity { get; }

    /// <summary>Whisper; null where its model is lost.</summary>
    public WhisperRecognizer? Recognizer { get; }

    /// <summary>Piper, or libespeak-ng, at the line's rate, with the fixed phrases in memory.</summary>
    public PhraseCache Synthesizer { get; }

    /// <summary>Llama; null where the pack has none or it is lost.</summary>
    public ILanguageModel? LanguageModel => _languageModel.Model;

    /// <summary>Stages that run without their models; empty when all is well.</summary>
    public ImmutableArray<EngineDegradation> Degraded { get; }

    /// <summary>Verifies the pack, opens what it holds and runs every engine once.</summary>
    /// <param name="packFolder">Folder of the pack.</param>
    /// <param name="sttThreads">See <see cref="RecognitionPlan.Of"/>.</param>
    /// <param name="clinic">Whose fixed phrases are rendered.</param>
    /// <param name="time">Clock.</param>
    /// <param name="loggers">Logs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ApplianceException">An engine that no call can do without is lost: voice activity, or every voice.</exception>
    public static async Task<EngineSet> OpenAsync(
        string packFolder, int sttThreads, ClinicProfile clinic, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(loggers);
        var logger = loggers.CreateLogger<EngineSet>();
        var started = time.GetTimestamp();
        var inspection = await PackInspection.RunAsync(packFolder, cancellationToken);
        EngineLog.Checked(
            logger, inspection.Pack.Name, inspection.Pack.Version, time.GetElapsedTime(started).TotalMilliseconds, inspection.Problems.Length);
        var engines = await new EngineOpening(inspection, time, loggers).OpenAsync(RecognitionPlan.Of(sttThreads, Environment.ProcessorCount));
        try
        {
            var opened = time.GetTimestamp();
            await EngineWarmUp.RunAsync(engines, FixedPhrases.Of(clinic), cancellationToken);
            EngineLog.Warm(logger, time.GetElapsedTime(opened).TotalMilliseconds, time.GetElapsedTime(started).TotalMilliseconds);
            return engines;
        }
        catch (Exception error)
        {
            await engines.DisposeAsync();
            throw FailureExplanation.Of(error) ?? error;
        }
    }

    /// <summary>Stops the engines; no call may run any more.</summary>
    public async ValueTask DisposeAsync()
    {
        Recognizer?.Dispose();
        await VoiceActivity.DisposeAsync();
        _voice.Dispose();
        _languageModel.Dispose();
    }
}
