using System.Diagnostics.CodeAnalysis;

namespace Appliance.Inference.Scheduling;

/// <summary>A call that waits for an <see cref="EngineThread"/>.</summary>
internal interface IEngineWork
{
    void Run();

    void Fail(Exception exception);
}

/// <summary>A call with its result; continuations never run on the engine's thread.</summary>
internal sealed class EngineWork<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken) : IEngineWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<T> Done => _done.Task;

    public void Fail(Exception exception) => _done.TrySetException(exception);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever the work throws belongs to the one who awaits it.")]
    public void Run()
    {
        if (cancellationToken.IsCancellationRequested)
        {
            _done.TrySetCanceled(cancellationToken);
            return;
        }

        try
        {
            _done.TrySetResult(work(cancellationToken));
        }
        catch (OperationCanceledException canceled)
        {
            _done.TrySetCanceled(canceled.CancellationToken);
        }
        catch (Exception exception)
        {
            _done.TrySetException(exception);
        }
    }
}
