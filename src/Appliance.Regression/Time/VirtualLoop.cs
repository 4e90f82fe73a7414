using System.Collections.Concurrent;

namespace Appliance.Regression.Time;

/// <summary>
/// One thread that runs everything that belongs to a replay, in the order in which it was posted. It knows when all is settled:
/// nothing is posted and no awaited work is under way. That is what makes a replay independent of the machine's speed.
/// </summary>
public sealed class VirtualLoop : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];
    private TaskCompletionSource? _settling;
    private int _underWay;

    private VirtualLoop()
    {
    }

    /// <summary>Runs work on a loop of its own, from its first line to its end.</summary>
    public static Task<T> RunAsync<T>(Func<VirtualLoop, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(work, done)) { IsBackground = true, Name = "replay" }.Start();
        return done.Task;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Ends when nothing is posted and nothing awaited is under way. One waiter at a time, on the loop.</summary>
    public Task SettledAsync()
    {
        _settling = new TaskCompletionSource();
        return _settling.Task;
    }

    /// <summary>Awaits work that other threads do; the loop is not settled before it has come back. On the loop.</summary>
    public async ValueTask<T> AwaitAsync<T>(ValueTask<T> work)
    {
        _underWay++;
        try
        {
            return await work;
        }
        finally
        {
            _underWay--;
        }
    }

    private static void Run<T>(Func<VirtualLoop, Task<T>> work, TaskCompletionSource<T> done)
    {
        var loop = new VirtualLoop();
        SetSynchronizationContext(loop);
        var main = work(loop);
        while (!main.IsCompleted)
        {
            loop.Step();
        }

        // What a fault left behind may still post: the loop's queue is dropped with it.
        done.SetFromTask(main);
    }

    private void Step()
    {
        if (_posted.TryTake(out var next))
        {
            next.Callback(next.State);
        }
        else if (_underWay == 0 && _settling is { } settling)
        {
            _settling = null;
            settling.SetResult();
        }
        else
        {
            next = _posted.Take();
            next.Callback(next.State);
        }
    }
}
