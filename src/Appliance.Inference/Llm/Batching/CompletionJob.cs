namespace Appliance.Inference.Llm.Batching;

/// <summary>
/// A request on its way through the engine. A cancelled caller gets its answer at once; the engine sees it at its next
/// step. Continuations never run on the engine's thread.
/// </summary>
internal sealed class CompletionJob : IDisposable
{
    private readonly TaskCompletionSource<Completion> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _cancellation;

    internal CompletionJob(LlmRequest request, long asked, CancellationToken cancellationToken)
    {
        Request = request;
        Asked = asked;
        _cancellation = cancellationToken.UnsafeRegister(static (job, token) => ((CompletionJob)job!)._done.TrySetCanceled(token), this);
    }

    internal LlmRequest Request { get; }

    /// <summary>Timestamp of the arrival.</summary>
    internal long Asked { get; }

    internal Task<Completion> Done => _done.Task;

    /// <summary>True when nobody waits for an answer any more.</summary>
    internal bool IsOver => _done.Task.IsCompleted;

    internal void Succeed(Completion completion) => _done.TrySetResult(completion);

    internal void Fail(Exception why) => _done.TrySetException(why);

    internal void Stop() => Fail(new EngineException(EngineErrorReason.Stopped, "The engine was stopped before the request was done."));

    public void Dispose() => _cancellation.Dispose();
}
