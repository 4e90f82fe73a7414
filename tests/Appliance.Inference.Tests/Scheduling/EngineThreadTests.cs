using Appliance.Inference.Scheduling;

namespace Appliance.Inference.Tests.Scheduling;

public sealed class EngineThreadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WhenManyWait_KeepsOneThreadAndTheOrder()
    {
        using var thread = new EngineThread("test", 4);
        var order = new List<int>();
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => thread.RunAsync(
            _ =>
            {
                order.Add(i);
                return Environment.CurrentManagedThreadId;
            },
            Cancel).AsTask()));
        Assert.Single(ids.Distinct());
        Assert.Equal(20, order.Count);
    }

    [Fact]
    public async Task Run_WhenWorkThrows_FailsThatCallOnly()
    {
        using var thread = new EngineThread("test", 4);
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await thread.RunAsync<int>(_ => throw new InvalidOperationException(), Cancel));
        Assert.Equal(7, await thread.RunAsync(_ => 7, Cancel));
    }

    [Fact]
    public async Task Run_WhenCancelledInTheQueue_NeverRuns()
    {
        using var thread = new EngineThread("test", 4);
        using var gate = new ManualResetEventSlim();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var blocking = thread.RunAsync(
            _ =>
            {
                gate.Wait(Cancel);
                return 1;
            },
            Cancel).AsTask();
        var ran = false;
        var waiting = thread.RunAsync(_ => ran = true, source.Token).AsTask();
        await source.CancelAsync();
        gate.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(1, await blocking);
        Assert.False(ran);
    }

    [Fact]
    public async Task Run_WhenStopped_FailsWithStopped()
    {
        var thread = new EngineThread("test", 4);
        thread.Dispose();
        var error = await Assert.ThrowsAsync<EngineException>(async () => await thread.RunAsync(_ => 1, Cancel));
        Assert.Equal(EngineErrorReason.Stopped, error.Reason);
    }
}
