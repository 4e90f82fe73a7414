using Appliance.Media.Rtp.Transmission;

namespace Appliance.Media.Tests.Rtp.Transmission;

/// <summary>RFC 3550 §5.1: the timestamp goes on through silence.</summary>
public sealed class SendTimelineTests
{
    [Fact]
    public void MoveTo_WhenTicksAreLeftOut_LeavesATrueGap()
    {
        var timeline = new SendTimeline(uint.MaxValue - 100);
        Assert.True(timeline.MoveTo(40, TimeSpan.Zero));
        Assert.Equal(uint.MaxValue - 100, timeline.Timestamp);
        Assert.False(timeline.MoveTo(41, TimeSpan.FromMilliseconds(20)));
        Assert.Equal(59u, timeline.Timestamp);
        Assert.True(timeline.MoveTo(91, TimeSpan.FromMilliseconds(1020)));
        Assert.Equal(59u + (50 * 160), timeline.Timestamp);
    }

    [Fact]
    public void MoveTo_WhenTickNumberFallsBack_StillMovesOn()
    {
        var timeline = new SendTimeline(0);
        timeline.MoveTo(1000, TimeSpan.Zero);
        timeline.MoveTo(3, TimeSpan.FromMilliseconds(20));
        Assert.Equal(160u, timeline.Timestamp);
        timeline.MoveTo(4, TimeSpan.FromMilliseconds(40));
        Assert.Equal(320u, timeline.Timestamp);
    }

    [Fact]
    public void MoveTo_WithTheClockOnly_TellsPausesFromJitter()
    {
        var timeline = new SendTimeline(0);
        Assert.True(timeline.MoveTo(null, TimeSpan.Zero));
        // A stall of 100 ms that is made up afterwards.
        foreach (var ms in new[] { 120, 130, 140, 150, 160, 160, 160 })
        {
            Assert.False(timeline.MoveTo(null, TimeSpan.FromMilliseconds(ms)));
        }

        Assert.Equal(7u * 160, timeline.Timestamp);
        Assert.True(timeline.MoveTo(null, TimeSpan.FromMilliseconds(1160)));
        Assert.Equal(57u * 160, timeline.Timestamp);
    }
}
