using System.Runtime.InteropServices;

namespace Appliance.Host.Running;

/// <summary>SIGTERM and SIGINT: the first asks for a graceful stop, the second for a stop at once.</summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _atOnce = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _count;

    /// <summary>Takes both signals over from the runtime.</summary>
    public StopSignals() => _registrations = [Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGINT)];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Asked => _asked.Token;

    /// <summary>Cancelled by the second.</summary>
    public CancellationToken AtOnce => _atOnce.Token;

    /// <summary>Gives the signals back.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _asked.Dispose();
        _atOnce.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        (Interlocked.Increment(ref _count) == 1 ? _asked : _atOnce).Cancel();
    });
}
