using Appliance.Inference.Stt;
using Appliance.Inference.Stt.Queueing;

namespace Appliance.Inference.Tests.Stt.Queueing;

public sealed class RecognitionQueueTests
{
    [Fact]
    public void Take_WhenBothKindsWait_GivesTheFinalFirst()
    {
        using var queue = new RecognitionQueue(8);
        Add(queue, Partial("a"));
        var final = Add(queue, Final());

        Assert.Equal([final], queue.Take(8));
        Assert.Single(queue.Take(8)!);
    }

    [Fact]
    public void Take_OfEqualLengths_SharesABatchUpToTheMost()
    {
        using var queue = new RecognitionQueue(8);
        var first = Add(queue, Final(512));
        Add(queue, Final(1024));
        var second = Add(queue, Final(512));
        Add(queue, Final(512));

        Assert.Equal([first, second], queue.Take(2));
    }

    [Fact]
    public void Add_OfANewerRequest_ReplacesTheWaitingPartialOfItsUtterance()
    {
        using var queue = new RecognitionQueue(8);
        var old = Add(queue, Partial("a"));
        var other = Add(queue, Partial("b"));
        var newer = Partial("a");

        Assert.Equal(Admission.Queued, queue.Add(newer, out var displaced));
        Assert.Equal([old], displaced);
        Assert.Equal([other, newer], queue.Take(8));
    }

    [Fact]
    public void Add_OfAFinal_ReplacesThePartialOfItsUtterance()
    {
        using var queue = new RecognitionQueue(8);
        var partial = Add(queue, Partial("a"));
        queue.Add(Final() with { Request = new RecognitionRequest(default, RecognitionKind.Final, "a") }, out var displaced);

        Assert.Equal([partial], displaced);
    }

    [Fact]
    public void Add_ToAFullQueue_GivesUpTheOldestPartial()
    {
        using var queue = new RecognitionQueue(2);
        Add(queue, Final());
        var partial = Add(queue, Partial("a"));

        Assert.Equal(Admission.Queued, queue.Add(Final(), out var displaced));
        Assert.Equal([partial], displaced);
        Assert.Equal(2, queue.Count);
    }

    [Fact]
    public void Add_ToAQueueFullOfFinals_IsFull()
    {
        using var queue = new RecognitionQueue(1);
        Add(queue, Final());

        Assert.Equal(Admission.Full, queue.Add(Final(), out var displaced));
        Assert.Empty(displaced);
    }

    [Fact]
    public void Remove_OfAWaitingJob_TakesItOutOnce()
    {
        using var queue = new RecognitionQueue(8);
        var job = Add(queue, Final());

        Assert.True(queue.Remove(job));
        Assert.False(queue.Remove(job));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void Close_WithWaitingJobs_ReturnsThemAndEndsEveryWorker()
    {
        using var queue = new RecognitionQueue(8);
        var job = Add(queue, Final());

        Assert.Equal([job], queue.Close());
        Assert.Null(queue.Take(8));
        Assert.Null(queue.Take(8));
        Assert.Equal(Admission.Closed, queue.Add(Final(), out _));
    }

    private static RecognitionJob Add(RecognitionQueue queue, RecognitionJob job)
    {
        Assert.Equal(Admission.Queued, queue.Add(job, out _));
        return job;
    }

    private static RecognitionJob Final(int frames = 512) => Job(new RecognitionRequest(default, RecognitionKind.Final), frames);

    private static RecognitionJob Partial(string utterance) =>
        Job(new RecognitionRequest(default, RecognitionKind.Partial, utterance), 512);

    private static RecognitionJob Job(RecognitionRequest request, int frames) =>
        new(request, request.Samples, frames, 0, CancellationToken.None);
}
