using Appliance.Media.Pacing;

namespace Appliance.Media.Tests.Pacing;

public sealed class PacerScheduleTests
{
    private const long Period = 20_000;

    [Fact]
    public void After_WhenTicksAreLate_NeverMovesTheDeadlines()
    {
        var schedule = PacerSchedule.Start(1_000_000, Period);
        for (var n = 1; n <= 1000; n++)
        {
            Assert.Equal(n, schedule.NextTick);
            Assert.Equal(1_000_000 + (n * Period), schedule.Deadline);
            (schedule, var skipped) = schedule.After(schedule.Deadline + (n % 7 * 900));
            Assert.Equal(0, skipped);
        }
    }

    [Fact]
    public void WakeAt_WhenBehindByThreeTicks_MakesUpAtDoubleSpeed()
    {
        var schedule = PacerSchedule.Start(0, Period);
        var began = schedule.Deadline + (3 * Period);
        var gaps = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            (schedule, var skipped) = schedule.After(began);
            Assert.Equal(0, skipped);
            var wake = schedule.WakeAt(began);
            gaps.Add(wake - began);
            began = wake;
        }

        Assert.All(gaps, g => Assert.InRange(g, Period / 2, Period));
        Assert.Equal(schedule.Deadline, began);
        Assert.Equal(Period, gaps[^1]);
    }

    [Fact]
    public void After_WhenTheMachineStoodStill_SkipsWhatIsLost()
    {
        var schedule = PacerSchedule.Start(0, Period);
        var began = schedule.Deadline + (50 * Period) + 3;
        var (next, skipped) = schedule.After(began);
        Assert.Equal(50, skipped);
        Assert.Equal(52, next.NextTick);
        Assert.Equal(schedule.Deadline + (51 * Period), next.WakeAt(began));
    }

    [Fact]
    public void Quantile_WhenLatenessIsKnown_IsTheUpperEdgeOfItsBin()
    {
        var histogram = new LatenessHistogram();
        for (var i = 0; i < 99; i++)
        {
            histogram.Add(TimeSpan.FromMicroseconds(120));
        }

        histogram.Add(TimeSpan.FromMilliseconds(35));
        Assert.Equal(150, histogram.Quantile(0.5).TotalMicroseconds);
        Assert.Equal(150, histogram.Quantile(0.99).TotalMicroseconds);
        Assert.Equal(35, histogram.Quantile(1).TotalMilliseconds);
        Assert.Equal(35, histogram.Max.TotalMilliseconds);
        Assert.Equal(100, histogram.Total);
    }
}
