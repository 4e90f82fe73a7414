using Microsoft.Extensions.Logging;

namespace Appliance.Sip.Transactions;

/// <summary>
/// Runs signalling work one piece at a time, in order: whoever posts while nobody works, works until the queue is empty.
/// No thread waits, nothing runs at once with anything else, and on a manual clock a test sees every effect before it goes on.
/// Work must not block; callers' code is never run here.
/// </summary>
/// <param name="limit">Most pieces that may wait (network input only; see <see cref="TryPost"/>).</param>
/// <param name="logger">Where a fault in a piece of work is reported.</param>
public sealed class SerialQueue(int limit, ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly Queue<Action> _waiting = new();
    private bool _working;
    private long _dropped;

    /// <summary>How many pieces of network input were dropped because too many waited.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Runs or queues work that must not be lost (timers, the application's own requests).</summary>
    public void Post(Action work) => Add(work, int.MaxValue);

    /// <summary>Runs or queues work that a peer caused; false, and counted, when too much waits already.</summary>
    public bool TryPost(Action work)
    {
        if (Add(work, limit))
        {
            return true;
        }

        Interlocked.Increment(ref _dropped);
        return false;
    }

    private bool Add(Action work, int most)
    {
        lock (_lock)
        {
            if (_waiting.Count >= most)
            {
                return false;
            }

            _waiting.Enqueue(work);
            if (_working)
            {
                return true;
            }

            _working = true;
        }

        Drain();
        return true;
    }

    private void Drain()
    {
        while (Take() is { } work)
        {
            try
            {
                work();
            }
#pragma warning disable CA1031 // A fault in one message must not stop the signalling of all other calls.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                logger.LogError(fault, "A piece of SIP signalling failed");
            }
        }
    }

    private Action? Take()
    {
        lock (_lock)
        {
            _working = _waiting.TryDequeue(out var work);
            return work;
        }
    }
}
