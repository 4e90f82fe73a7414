using Appliance.Host.Options;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Running;

/// <summary>Runs the appliance until it is asked to stop.</summary>
public static class ApplianceService
{
    // Beyond the grace: leave of the peers, records, checkpoint.
    private static readonly TimeSpan s_closing = TimeSpan.FromSeconds(20);

    /// <summary>Returns when the appliance has stopped.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock.</param>
    /// <param name="loggers">Logs.</param>
    /// <param name="ready">Told once calls are taken.</param>
    /// <param name="cancellationToken">Asks for a graceful stop, as the first signal does.</param>
    /// <exception cref="Failures.ApplianceException">It cannot start.</exception>
    public static async Task RunAsync(
        ApplianceOptions options, TimeProvider time, ILoggerFactory loggers, Action<ApplianceRuntime> ready, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(ready);
        using var signals = new StopSignals();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.Replace(ServiceDescriptor.Singleton(loggers));
        builder.Services.AddSingleton(options).AddSingleton(signals).AddSingleton(time);
        builder.Services.AddSingleton<ApplianceWorker>().AddHostedService(services => services.GetRequiredService<ApplianceWorker>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopGrace + s_closing);
        using var host = builder.Build();
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (signals.Asked.IsCancellationRequested)
        {
            return;
        }

        ready(host.Services.GetRequiredService<ApplianceWorker>().Runtime!);
        await host.WaitForShutdownAsync(cancellationToken);
    }
}
