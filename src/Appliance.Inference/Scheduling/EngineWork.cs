using System.Diagnostics.CodeAnalysis;

namespace Appliance.Inference.Scheduling;

/// <summary>A call that waits for an <see cref="EngineThread"/>.</summary>
internal interface IEngineWork
{
    /// <summary>Runs the call, unless its caller or <paramref name="stop"/> has cancelled it.</summary>
    void Run(CancellationToken stop);

    /// <summary>Fails the call with Stopped.</summary>
    void Stop();
}

/// <summary>A call with its result; continuations never run on the engine's thread.</summary>
internal sealed class EngineWork<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken) : IEngineWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<T> Done => _done.Task;

    public void Stop() =>
        _done.TrySetException(new EngineException(EngineErrorReason.Stopped, "The engine was stopped before the request was done."));

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever the work throws belongs to the one who awaits it.")]
    public void Run(CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            _done.TrySetResult(work(either.Token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _done.TrySetCanceled(cancellationToken);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Stop();
        }
        catch (Exception exception)
        {
            _done.TrySetException(exception);
        }
    }
}
