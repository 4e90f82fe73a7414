using System.Collections.Immutable;
using System.Net;
using Appliance.Calls.Reception;
using Appliance.Host.Engines;
using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Sip.UserAgent;
using Appliance.Store;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Running;

/// <summary>The appliance while it takes calls. Stop it before it is disposed; disposing alone cuts calls off.</summary>
public sealed class ApplianceRuntime : IAsyncDisposable
{
    // Records of calls that a stop has cut are still saved, if the disk answers within this time.
    private static readonly TimeSpan s_savingPatience = TimeSpan.FromSeconds(5);

    private readonly RuntimeParts _parts;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private int _stopped;

    internal ApplianceRuntime(RuntimeParts parts, TimeProvider time, ILogger<ApplianceRuntime> logger)
    {
        _parts = parts;
        _time = time;
        _logger = logger;
    }

    /// <summary>Where SIP is taken, with real ports: UDP, then TCP.</summary>
    public ImmutableArray<IPEndPoint> SipEndPoints => [_parts.Agent.UdpEndPoint!, _parts.Agent.TcpEndPoint!];

    /// <summary>All data.</summary>
    public ApplianceStore Store => _parts.Store;

    /// <summary>Engines.</summary>
    public EngineSet Engines => _parts.Engines;

    /// <summary>Takes the calls.</summary>
    public CallReception Reception => _parts.Reception;

    /// <summary>SIP.</summary>
    public SipUserAgent Agent => _parts.Agent;

    /// <summary>Checks the settings, opens the store and the engines, and takes calls when it returns.</summary>
    /// <exception cref="ApplianceException">It cannot start; nothing stays open.</exception>
    public static async Task<ApplianceRuntime> StartAsync(
        ApplianceOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        options.ThrowIfWrong();
        var parts = await RuntimeParts.OpenAsync(options, time, loggers, cancellationToken);
        var runtime = new ApplianceRuntime(parts, time, loggers.CreateLogger<ApplianceRuntime>());
        RuntimeLog.Ready(runtime._logger, runtime.SipEndPoints[0], runtime.SipEndPoints[1], options.Reception().MediaAddress, options.MaxCalls);
        return runtime;
    }

    /// <summary>
    /// Refuses new calls (503), lets calls that are held finish for as long as the grace, hangs up the rest, saves their records,
    /// writes a last audit checkpoint and closes everything. May be called again.
    /// </summary>
    /// <param name="grace">How long calls may go on.</param>
    /// <param name="atOnce">Ends the grace.</param>
    public async Task StopAsync(TimeSpan grace, CancellationToken atOnce = default)
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        RuntimeLog.Stopping(_logger, Reception.ActiveCalls, grace.TotalSeconds);
        Agent.StopAcceptingCalls();
        if (!await WaitUntilIdleAsync(grace, atOnce))
        {
            RuntimeLog.Cut(_logger, Reception.ActiveCalls);
        }

        await Agent.StopAsync(CancellationToken.None);
        if (!await WaitUntilIdleAsync(s_savingPatience, CancellationToken.None))
        {
            RuntimeLog.NotSaved(_logger, Reception.ActiveCalls);
        }

        if (!await Store.Audit.CheckpointAsync(CancellationToken.None))
        {
            RuntimeLog.NoCheckpoint(_logger);
        }

        await _parts.DisposeAsync();
        RuntimeLog.Stopped(_logger);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero);

    private async Task<bool> WaitUntilIdleAsync(TimeSpan patience, CancellationToken atOnce)
    {
        using var late = new CancellationTokenSource(patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, atOnce);
        try
        {
            await Reception.WhenIdleAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return Reception.ActiveCalls == 0;
        }
    }
}
