using Appliance.Clinic.Profiles;
using Appliance.Host.Engines;
using Appliance.Host.Records;
using Appliance.Inference.Tts;
using Appliance.Inference.Tts.Phrases;
using Appliance.Regression.Engines;
using Appliance.Regression.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(ReplayFixture))]

namespace Appliance.Regression.Tests.Running;

/// <summary>The mini pack's engines as the appliance opens them, once for all tests.</summary>
public sealed class ReplayFixture : IAsyncLifetime
{
    private EngineSet? _set;
    private TtsVoice? _callers;
    private ReplayEngines? _engines;

    public ReplayEngines Engines => _engines ?? throw new InvalidOperationException("The engines are not open.");

    public async ValueTask InitializeAsync()
    {
        _set = await EngineSet.OpenAsync(
            Repository.PathOf("models", "mini"), 1, ClinicProfile.Demo(), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        _callers = TtsFactory.Open(new TtsOptions(), NullLoggerFactory.Instance);
        _engines = new ReplayEngines
        {
            VoiceActivity = _set.VoiceActivity,
            Recognizer = _set.Recognizer ?? throw new InvalidOperationException("The mini pack's Whisper is lost."),
            Agent = _set.Synthesizer,
            Callers = new PhraseCache(_callers.Synthesizer, new PhraseCacheOptions()),
            Archive = store => new StoreCallArchive(store, NullLogger<StoreCallArchive>.Instance),
        };
    }

    public async ValueTask DisposeAsync()
    {
        _callers?.Dispose();
        if (_set is not null)
        {
            await _set.DisposeAsync();
        }
    }
}
