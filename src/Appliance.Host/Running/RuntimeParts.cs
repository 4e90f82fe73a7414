using System.Net;
using Appliance.Calls.Reception;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tools;
using Appliance.Clinic.Profiles;
using Appliance.Host.Engines;
using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Host.Records;
using Appliance.Host.Registration;
using Appliance.Media.Pacing;
using Appliance.Sip.Registrar;
using Appliance.Sip.UserAgent;
using Appliance.Store;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Running;

/// <summary>The composition root: every part, opened in the order of need and closed in the reverse.</summary>
internal sealed class RuntimeParts : IAsyncDisposable
{
    private MediaPacer? _pacer;

    private RuntimeParts(ApplianceStore store) => Store = store;

    public ApplianceStore Store { get; }

    public EngineSet Engines { get; private set; } = null!;

    public CallReception Reception { get; private set; } = null!;

    public SipUserAgent Agent { get; private set; } = null!;

    /// <exception cref="ApplianceException">With its reason; nothing stays open.</exception>
    public static async Task<RuntimeParts> OpenAsync(
        ApplianceOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        RuntimeParts? parts = null;
        try
        {
            var clinic = ClinicProfileFile.Load(options.ClinicProfile);
            var accounts = ConfiguredAccounts.Load(options.Sip);
            parts = new RuntimeParts(ApplianceStore.Open(options.Store, time, loggers));
            parts.Engines = await EngineSet.OpenAsync(options.ModelPack, options.SttThreads, clinic, time, loggers, cancellationToken);
            parts._pacer = new MediaPacer(time, loggers.CreateLogger<MediaPacer>());
            parts.Reception = new CallReception(options.Reception(), parts.Services(clinic, time, loggers));
            await parts.ListenAsync(options.Sip, accounts, time, loggers, cancellationToken);
            return parts;
        }
        catch (Exception error)
        {
            if (parts is not null)
            {
                await parts.DisposeAsync();
            }

            throw FailureExplanation.Of(error) ?? error;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Agent is not null)
        {
            await Agent.DisposeAsync();
        }

        _pacer?.Dispose();
        if (Engines is not null)
        {
            await Engines.DisposeAsync();
        }

        await Store.DisposeAsync();
    }

    private CallServices Services(ClinicProfile clinic, TimeProvider time, ILoggerFactory loggers) => new()
    {
        Clinic = clinic,
        VoiceActivity = Engines.VoiceActivity,
        Recognizer = Engines.Recognizer,
        Synthesizer = Engines.Synthesizer,
        Toolbox = new ClinicToolbox(
            new ClinicPorts(Store.OpenBook(clinic), Store.OpenIdentityDesk(clinic), Store.OpenVisitDesk(clinic), Store.Callbacks),
            loggers.CreateLogger<ClinicToolbox>()),
        Archive = new StoreCallArchive(Store, loggers.CreateLogger<StoreCallArchive>()),
        Pacer = _pacer!,
        Time = time,
        Loggers = loggers,
    };

    private async Task ListenAsync(
        SipOptions options, ConfiguredAccounts accounts, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var endPoint = new IPEndPoint(options.Address, options.Port);
        var agent = new SipUserAgentOptions { Udp = endPoint, Tcp = endPoint, AdvertisedAddress = options.AdvertisedAddress };
        Agent = new SipUserAgent(agent, time, loggers) { IncomingCallHandler = Reception.AnswerAsync };
        if (!options.Accounts.IsEmpty)
        {
            Agent.Registrar = new SipRegistrar(new RegistrarOptions(options.Realm), accounts, new LocationService(time), time);
        }

        await Agent.StartAsync(cancellationToken);
    }
}
