using Appliance.Host.Options;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Running;

/// <summary>The appliance as a service: started with the host, stopped with it within the grace of its options.</summary>
public sealed class ApplianceWorker(
    ApplianceOptions options, StopSignals signals, IHostApplicationLifetime lifetime, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    private ApplianceRuntime? _runtime;

    /// <summary>What runs; null before the start.</summary>
    public ApplianceRuntime? Runtime => _runtime;

    /// <summary>Starts the appliance; the host is started only when it takes calls.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signals.Asked);
        _runtime = await ApplianceRuntime.StartAsync(options, time, loggers, either.Token);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Lets calls finish.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_runtime is not null)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, signals.AtOnce);
            await _runtime.StopAsync(options.StopGrace, either.Token);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var signal = signals.Asked.Register(() => asked.TrySetResult());
        await using var stop = stoppingToken.Register(() => asked.TrySetResult());
        await asked.Task;
        lifetime.StopApplication();
    }
}
