using Appliance.Calls.Records;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tests.Engines;
using Appliance.Calls.Tools;
using Appliance.Clinic.Profiles;
using Appliance.Inference.Packs;
using Appliance.Inference.Stt.Whisper;
using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Phrases;
using Appliance.Inference.Vad.Silero;
using Appliance.Media;
using Appliance.Media.Pacing;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(RealEngines))]

namespace Appliance.Calls.Tests.Engines;

/// <summary>The mini pack's engines and one pacer, opened once for all tests.</summary>
public sealed class RealEngines : IAsyncDisposable
{
    private readonly SileroDetector _detector;
    private readonly WhisperRecognizer _recognizer;
    private readonly TtsVoice _voice;
    private readonly MediaPacer _pacer;

    public RealEngines()
    {
        var pack = ModelPack.Load(Repository.PathOf("models", "mini")).Pack ?? throw new InvalidOperationException("The mini pack cannot be read.");
        var vad = pack.Stage(PackStageKind.Vad)!;
        var stt = pack.Stage(PackStageKind.Stt)!;
        _detector = SileroDetector.Load(vad.PathOf("model"), SileroPack.Options(vad, new SileroOptions()));
        _recognizer = WhisperRecognizer.Load(WhisperPack.Files(stt), WhisperPack.Options(stt, new WhisperOptions()), TimeProvider.System);
        _voice = TtsFactory.Open(TtsOptions.Of(pack.Stage(PackStageKind.Tts)), NullLoggerFactory.Instance);
        _pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        Synthesizer = new PhraseCache(new ResampledSynthesizer(_voice.Synthesizer, AudioFormat.SampleRate), new PhraseCacheOptions());
    }

    public ISpeechSynthesizer Synthesizer { get; }

    public MediaPacer Pacer => _pacer;

    public CallServices Services(IClinicToolbox toolbox, ICallArchive archive) => new()
    {
        Clinic = ClinicProfile.Demo(),
        VoiceActivity = _detector,
        Recognizer = _recognizer,
        Synthesizer = Synthesizer,
        Toolbox = toolbox,
        Archive = archive,
        Pacer = _pacer,
        Time = TimeProvider.System,
        Loggers = NullLoggerFactory.Instance,
    };

    public async ValueTask DisposeAsync()
    {
        _pacer.Dispose();
        _voice.Dispose();
        _recognizer.Dispose();
        await _detector.DisposeAsync();
    }
}
