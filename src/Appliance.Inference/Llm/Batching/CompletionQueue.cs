namespace Appliance.Inference.Llm.Batching;

/// <summary>Requests that wait for a sequence, first come first served. A full queue refuses; the cancelled take no place.</summary>
internal sealed class CompletionQueue(int capacity)
{
    // A monitor, for the engine waits on it; System.Threading.Lock has nothing to wait on.
    private readonly object _lock = new();
    private readonly List<CompletionJob> _waiting = [];
    private bool _closed;

    internal int Count
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count(job => !job.IsOver);
            }
        }
    }

    /// <exception cref="EngineException">Overloaded or Stopped.</exception>
    internal void Add(CompletionJob job)
    {
        lock (_lock)
        {
            if (_closed)
            {
                throw new EngineException(EngineErrorReason.Stopped, "The engine is stopped.");
            }

            DropCancelledNeedsLock();
            if (_waiting.Count >= capacity)
            {
                throw new EngineException(EngineErrorReason.Overloaded, $"The language model (stage llm) has {capacity} requests waiting, as many as it takes.");
            }

            _waiting.Add(job);
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Returns when something waits (true) or the queue is closed (false).</summary>
    internal bool AwaitWork()
    {
        lock (_lock)
        {
            while (_waiting.Count == 0 && !_closed)
            {
                Monitor.Wait(_lock);
            }

            return !_closed;
        }
    }

    /// <summary>The one that has waited longest, or null.</summary>
    internal CompletionJob? First()
    {
        lock (_lock)
        {
            DropCancelledNeedsLock();
            return _waiting.FirstOrDefault();
        }
    }

    internal void Remove(CompletionJob job)
    {
        lock (_lock)
        {
            _waiting.Remove(job);
        }
    }

    /// <summary>Takes no more, and gives back what waited.</summary>
    internal CompletionJob[] Close()
    {
        lock (_lock)
        {
            _closed = true;
            CompletionJob[] left = [.. _waiting];
            _waiting.Clear();
            Monitor.PulseAll(_lock);
            return left;
        }
    }

    private void DropCancelledNeedsLock() => _waiting.RemoveAll(job => job.IsOver);
}
