using System.Collections.Concurrent;

namespace Appliance.Inference.Scheduling;

/// <summary>
/// One thread that runs the calls into a native engine which is not thread-safe, in order of arrival.
/// The queue is bounded: callers wait asynchronously for a place, so nothing is dropped and nothing grows.
/// </summary>
internal sealed class EngineThread : IDisposable
{
    private readonly BlockingCollection<IEngineWork> _queue = [];
    private readonly SemaphoreSlim _places;
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;

    /// <param name="name">Name of the thread, seen in dumps.</param>
    /// <param name="capacity">How many calls may wait, at least 1.</param>
    internal EngineThread(string name, int capacity)
    {
        _places = new SemaphoreSlim(capacity);
        _thread = new Thread(Loop) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Calls that wait or run now.</summary>
    internal int Waiting => _queue.Count;

    /// <summary>Runs <paramref name="work"/> on the thread; cancellation before it starts takes it out, afterwards the work itself must look.</summary>
    /// <exception cref="EngineException">Stopped, when the engine is disposed before the work has run.</exception>
    internal async ValueTask<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Enqueue(work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Cancels the running call, fails all that waits with Stopped, and returns when the thread has ended.</summary>
    public void Dispose()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        _stop.Cancel();
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
        _stop.Dispose();
    }

    private Task<T> Enqueue<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        var item = new EngineWork<T>(work, cancellationToken);
        try
        {
            _queue.Add(item, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            item.Stop();
        }

        return item.Done;
    }

    private void Loop()
    {
        foreach (var item in _queue.GetConsumingEnumerable())
        {
            item.Run(_stop.Token);
        }
    }
}
