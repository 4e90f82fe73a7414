using Appliance.Media.Pacing;

namespace Appliance.Media.Tests.Pacing;

/// <summary>Notes its ticks and faults; is done, or throws, at the tick asked for.</summary>
internal sealed class CountingStream(int stopAfter, Exception? fault = null, bool throwInFault = false) : IPacedStream
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<long> Ticks { get; } = [];

    public List<Exception> Faults { get; } = [];

    public Action? AtEnd { get; set; }

    public Task Done => _done.Task;

    public void OnTick(long tick)
    {
        if (_done.Task.IsCompleted && AtEnd is null)
        {
            return;
        }

        Ticks.Add(tick);
        if (Ticks.Count < stopAfter)
        {
            return;
        }

        if (fault is not null)
        {
            throw fault;
        }

        AtEnd?.Invoke();
        _done.TrySetResult();
    }

    public void OnFault(Exception exception)
    {
        Faults.Add(exception);
        if (throwInFault)
        {
            throw new InvalidOperationException("broken twice");
        }
    }
}
