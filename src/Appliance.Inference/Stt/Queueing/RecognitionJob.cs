namespace Appliance.Inference.Stt.Queueing;

/// <summary>A request that waits or runs.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Samples">The sound to hear, cut to the longest that the model takes.</param>
/// <param name="Frames">Padded length; jobs of equal length may share a batch.</param>
/// <param name="Since">Timestamp of the request.</param>
/// <param name="Cancellation">The caller's token.</param>
internal sealed record RecognitionJob(
    RecognitionRequest Request, ReadOnlyMemory<float> Samples, int Frames, long Since, CancellationToken Cancellation)
{
    private readonly TaskCompletionSource<Transcript> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer.</summary>
    public Task<Transcript> Done => _done.Task;

    public bool IsFinal => Request.Kind == RecognitionKind.Final;

    public void Answer(Transcript transcript) => _done.TrySetResult(transcript);

    public void Fail(Exception error) => _done.TrySetException(error);

    public void Cancel() => _done.TrySetCanceled(Cancellation);

    /// <summary>True when <paramref name="newer"/> makes this job needless: a waiting Partial of the same utterance.</summary>
    public bool IsReplacedBy(RecognitionJob newer) =>
        !IsFinal && Request.UtteranceId is { } id && id == newer.Request.UtteranceId;
}
