using System.Threading.Tasks.Sources;

namespace Appliance.Inference.Vad.Silero;

/// <summary>The one window of a stream that waits or runs; reused, so that a window allocates nothing.</summary>
internal sealed class PendingWindow : IValueTaskSource<float>
{
    private readonly VadStream _stream;
    private ManualResetValueTaskSourceCore<float> _done;
    private int _taken;

    public PendingWindow(VadStream stream)
    {
        _stream = stream;
        _done.RunContinuationsAsynchronously = true;
    }

    public VadStream Stream => _stream;

    public CancellationToken Cancellation { get; private set; }

    /// <summary>Starts a window.</summary>
    /// <exception cref="InvalidOperationException">The stream's last window has not been answered yet.</exception>
    public ValueTask<float> Begin(ReadOnlySpan<float> window, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _taken, 1) == 1)
        {
            throw new InvalidOperationException("A stream takes one window at a time.");
        }

        _stream.Push(window);
        Cancellation = cancellationToken;
        return new ValueTask<float>(this, _done.Version);
    }

    public void Answer(float probability) => _done.SetResult(probability);

    public void Fail(Exception error) => _done.SetException(error);

    public float GetResult(short token)
    {
        try
        {
            return _done.GetResult(token);
        }
        finally
        {
            _done.Reset();
            Volatile.Write(ref _taken, 0);
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _done.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _done.OnCompleted(continuation, state, token, flags);
}
