using System.Net;
using Appliance.Calls.Reception;
using Appliance.Calls.Sessions;
using Appliance.Calls.Tools;
using Appliance.Clinic.Profiles;
using Appliance.Sip.UserAgent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Engines;

/// <summary>A reception that answers on loopback, with the real engines and a real store for the book.</summary>
internal sealed class TestClinic : IAsyncDisposable
{
    private readonly SipUserAgent _agent;

    private TestClinic(RealEngines engines, KeptCalls calls, ReceptionOptions options, Func<CallServices, CallServices> change)
    {
        Calls = calls;
        Book = new TemporaryStore(TimeProvider.System);
        var toolbox = new ClinicToolbox(Book.Ports(), NullLogger<ClinicToolbox>.Instance);
        Reception = new CallReception(options, change(engines.Services(toolbox, calls)));
        var sip = new SipUserAgentOptions { Udp = new IPEndPoint(IPAddress.Loopback, 0), Tcp = null };
        _agent = new SipUserAgent(sip, TimeProvider.System, NullLoggerFactory.Instance) { IncomingCallHandler = Reception.AnswerAsync };
    }

    public KeptCalls Calls { get; }

    public TemporaryStore Book { get; }

    public CallReception Reception { get; }

    public IPEndPoint Address => _agent.UdpEndPoint!;

    public static async Task<TestClinic> OpenAsync(
        RealEngines engines, KeptCalls? calls = null, ReceptionOptions? options = null, Func<CallServices, CallServices>? change = null)
    {
        var clinic = new TestClinic(engines, calls ?? new KeptCalls(), options ?? new ReceptionOptions(), change ?? (services => services));
        await clinic._agent.StartAsync();
        return clinic;
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await Reception.WhenIdleAsync(CancellationToken.None);
        await Book.DisposeAsync();
    }
}
