using Appliance.Media.Pacing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Media.Tests.Pacing;

/// <summary>The real thread on the real clock. Nothing here depends on how fast the machine is.</summary>
[Collection(nameof(RealTime))]
public sealed class MediaPacerTests
{
    [Fact]
    public async Task OnTick_WhileRunning_CountsDeadlinesUpward()
    {
        using var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        var stream = new CountingStream(stopAfter: 50);
        pacer.Add(stream);
        await stream.Done;
        Assert.Equal(stream.Ticks.Order(), stream.Ticks);
        Assert.Equal(stream.Ticks.Distinct(), stream.Ticks);
        var statistics = pacer.Statistics;
        Assert.True(statistics.Ticks >= 50);
        Assert.InRange(statistics.P50, TimeSpan.Zero, statistics.P95);
        Assert.InRange(statistics.P95, statistics.P50, statistics.P99);
        Assert.InRange(statistics.P99, statistics.P95, statistics.Max);
    }

    [Fact]
    public async Task OnTick_WhenOneStreamThrows_RemovesThatOneOnly()
    {
        using var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        var bad = new CountingStream(stopAfter: 3, fault: new InvalidOperationException("broken"));
        var good = new CountingStream(stopAfter: 20);
        pacer.Add(bad);
        pacer.Add(good);
        await good.Done;
        Assert.Equal(3, bad.Ticks.Count);
        Assert.IsType<InvalidOperationException>(Assert.Single(bad.Faults));
        Assert.Empty(good.Faults);
        Assert.Equal(1, pacer.Statistics.Faults);
        Assert.Equal(1, pacer.StreamCount);
    }

    [Fact]
    public async Task OnFault_WhenItThrowsToo_LeavesTheOthersAlone()
    {
        using var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        pacer.Add(new CountingStream(stopAfter: 1, fault: new InvalidOperationException("broken"), throwInFault: true));
        var good = new CountingStream(stopAfter: 10);
        pacer.Add(good);
        await good.Done;
        Assert.Equal(1, pacer.StreamCount);
    }

    [Fact]
    public async Task Remove_FromWithinATick_TakesEffectWithTheNext()
    {
        using var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        var leaving = new CountingStream(stopAfter: 5);
        leaving.AtEnd = () => pacer.Remove(leaving);
        var staying = new CountingStream(stopAfter: 15);
        pacer.Add(leaving);
        pacer.Add(staying);
        await staying.Done;
        Assert.Equal(5, leaving.Ticks.Count);
    }

    [Fact]
    public async Task OnTick_OnceWarm_AllocatesNothing()
    {
        using var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        var stream = new AllocationStream();
        pacer.Add(stream);
        Assert.Equal(0, await stream.Allocated);
    }

    [Fact]
    public void Dispose_WhenCalledTwice_DoesNothingMore()
    {
        var pacer = new MediaPacer(TimeProvider.System, NullLogger.Instance);
        pacer.Dispose();
        var ticks = pacer.Statistics.Ticks;
        pacer.Dispose();
        Assert.Equal(ticks, pacer.Statistics.Ticks);
    }

    /// <summary>Bytes that the pacer's own thread allocated between its 20th and its 60th tick.</summary>
    private sealed class AllocationStream : IPacedStream
    {
        private readonly TaskCompletionSource<long> _allocated = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _before;
        private int _ticks;

        public Task<long> Allocated => _allocated.Task;

        public void OnTick(long tick)
        {
            _ticks++;
            if (_ticks == 20)
            {
                _before = GC.GetAllocatedBytesForCurrentThread();
            }
            else if (_ticks == 60)
            {
                _allocated.TrySetResult(GC.GetAllocatedBytesForCurrentThread() - _before);
            }
        }

        public void OnFault(Exception exception) => _allocated.TrySetException(exception);
    }
}
