namespace Appliance.Inference.Stt.Queueing;

/// <summary>
/// The bounded queue before the workers: Final before Partial, first come first served within a kind. A newer request
/// of an utterance replaces its waiting Partial. A full queue gives up its oldest Partial; if there is none, it refuses.
/// </summary>
internal sealed class RecognitionQueue(int capacity)
{
    // A monitor, for a worker waits on it; System.Threading.Lock has nothing to wait on.
    private readonly object _lock = new();
    private readonly List<RecognitionJob> _waiting = [];
    private bool _closed;

    /// <summary>Jobs that wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>True once <see cref="Close"/> was called.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_lock)
            {
                return _closed;
            }
        }
    }

    /// <summary>True when a Final waits; a running Partial should then give way.</summary>
    public bool HasFinal
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Exists(job => job.IsFinal);
            }
        }
    }

    /// <summary>Adds a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="displaced">Partials that left the queue for it.</param>
    /// <returns>What became of the job.</returns>
    public Admission Add(RecognitionJob job, out IReadOnlyList<RecognitionJob> displaced)
    {
        lock (_lock)
        {
            displaced = [];
            if (_closed)
            {
                return Admission.Closed;
            }

            displaced = TakeNeedlessNeedsLock(job);
            if (_waiting.Count >= capacity)
            {
                return Admission.Full;
            }

            _waiting.Add(job);
            Monitor.Pulse(_lock);
            return Admission.Queued;
        }
    }

    /// <summary>Takes a job out that nobody waits for any more; false when it already runs.</summary>
    public bool Remove(RecognitionJob job)
    {
        lock (_lock)
        {
            return _waiting.RemoveAll(waiting => ReferenceEquals(waiting, job)) > 0;
        }
    }

    /// <summary>Blocks the worker until there is work; null once the queue is closed.</summary>
    /// <param name="most">Most jobs in the batch; all of one kind and one padded length.</param>
    public IReadOnlyList<RecognitionJob>? Take(int most)
    {
        lock (_lock)
        {
            while (!_closed && _waiting.Count == 0)
            {
                Monitor.Wait(_lock);
            }

            return _closed ? null : TakeBatchNeedsLock(most);
        }
    }

    /// <summary>Ends all workers; returns the jobs that will not run.</summary>
    public IReadOnlyList<RecognitionJob> Close()
    {
        lock (_lock)
        {
            _closed = true;
            RecognitionJob[] left = [.. _waiting];
            _waiting.Clear();
            Monitor.PulseAll(_lock);
            return left;
        }
    }

    private List<RecognitionJob> TakeNeedlessNeedsLock(RecognitionJob job)
    {
        var needless = _waiting.FindAll(waiting => waiting.IsReplacedBy(job));
        if (_waiting.Count - needless.Count >= capacity && _waiting.Find(waiting => !waiting.IsFinal) is { } oldest)
        {
            needless.Add(oldest);
        }

        _waiting.RemoveAll(needless.Contains);
        return needless;
    }

    private List<RecognitionJob> TakeBatchNeedsLock(int most)
    {
        var first = _waiting.Find(job => job.IsFinal) ?? _waiting[0];
        var batch = _waiting
            .Where(job => job.IsFinal == first.IsFinal && job.Frames == first.Frames)
            .Take(most)
            .ToList();
        _waiting.RemoveAll(batch.Contains);
        return batch;
    }
}

/// <summary>What became of a job at the queue's door.</summary>
internal enum Admission
{
    Queued = 0,
    Full,
    Closed,
}
