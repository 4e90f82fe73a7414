using Appliance.Inference.Stt;
using Appliance.Inference.Stt.Queueing;

namespace Appliance.Inference.Tests.Stt.Queueing;

public sealed class RecognitionQueueTests
{
    [Fact]
    public void Take_WhenBothKindsWait_GivesTheFinalFirst()
    {
        var queue = new RecognitionQueue(8);
        Add(queue, Partial("a"));
        var final = Add(queue, Final());

        Assert.Equal([final], queue.Take(8));
        Assert.Single(queue.Take(8)!);
    }

    [Fact]
    public void Take_OfEqualLengths_SharesABatchUpToTheMost()
    {
        var queue = new RecognitionQueue(8);
        var first = Add(queue, Final(512));
        Add(queue, Final(1024));
        var second = Add(queue, Final(512));
        Add(queue, Final(512));

        Assert.Equal([first, second], queue.Take(2));
    }

    [Fact]
    public void Add_OfANewerRequest_ReplacesTheWaitingPartialOfItsUtterance()
    {
        var queue = new RecognitionQueue(8);
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
        var queue = new RecognitionQueue(8);
        var partial = Add(queue, Partial("a"));
        queue.Add(Final() with { Request = new RecognitionRequest(default, RecognitionKind.Final, "a") }, out var displaced);

        Assert.Equal([partial], displaced);
    }

    [Fact]
    public void Add_ToAFullQueue_GivesUpTheOldestPartial()
    {
        var queue = new RecognitionQueue(2);
        Add(queue, Final());
        var partial = Add(queue, Partial("a"));

        Assert.Equal(Admission.Queued, queue.Add(Final(), out var displaced));
        Assert.Equal([partial], displaced);
        Assert.Equal(2, queue.Count);
    }

    [Fact]
    public void Add_ToAQueueFullOfFinals_IsFull()
    {
        var queue = new RecognitionQueue(1);
        Add(queue, Final());

        Assert.Equal(Admission.Full, queue.Add(Final(), out var displaced));
        Assert.Empty(displaced);
    }

    [Fact]
    public void Remove_OfAWaitingJob_TakesItOutOnce()
    {
        var queue = new RecognitionQueue(8);
        var job = Add(queue, Final());

        Assert.True(queue.Remove(job));
        Assert.False(queue.Remove(job));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void Close_WithWaitingJobs_ReturnsThemAndEndsEveryWorker()
    {
        var queue = new RecognitionQueue(8);
        var job = Add(queue, Final());

        Assert.Equal([job], queue.Close());
        Assert.Null(queue.Take(8));
        Assert.Null(queue.Take(8));
        Assert.Equal(Admission.Closed, queue.Add(Final(), out _));
    }

    [Fact]
    public async Task Take_OnAnEmptyQueue_BlocksUntilAJobArrives()
    {
        var queue = new RecognitionQueue(8);
        var workers = Workers(queue, 1);

        Assert.NotSame(workers[0], await Task.WhenAny(workers[0], Soon()));
        var job = Add(queue, Final());
        Assert.Equal([job], await workers[0].WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Close_WhileWorkersWait_WakesThemAll()
    {
        var queue = new RecognitionQueue(8);
        var workers = Workers(queue, 3);
        await Soon();

        Assert.Empty(queue.Close());
        Assert.All(await Task.WhenAll(workers).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), Assert.Null);
    }

    [Fact]
    public async Task Take_WhenManyWorkersShareManyJobs_GivesEachJobOnce()
    {
        const int Count = 2000;
        var queue = new RecognitionQueue(Count);
        var workers = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () => TakeAll(queue), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var jobs = Enumerable.Range(0, Count).Select(i => Add(queue, Final(512 * (1 + (i % 3))))).ToList();
        while (queue.Count > 0)
        {
            await Task.Yield();
        }

        queue.Close();
        var taken = await Task.WhenAll(workers).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(Count, taken.Sum(batch => batch.Count));
        Assert.Equal(jobs.ToHashSet(), taken.SelectMany(batch => batch).ToHashSet());
    }

    private static Task<IReadOnlyList<RecognitionJob>?>[] Workers(RecognitionQueue queue, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Task.Factory.StartNew(
            () => queue.Take(8), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

    private static Task Soon() => Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);

    private static List<RecognitionJob> TakeAll(RecognitionQueue queue)
    {
        List<RecognitionJob> taken = [];
        while (queue.Take(3) is { } batch)
        {
            taken.AddRange(batch);
        }

        return taken;
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
