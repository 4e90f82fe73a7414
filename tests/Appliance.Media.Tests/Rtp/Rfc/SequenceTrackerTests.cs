using Appliance.Media.Rtp.Reception;

namespace Appliance.Media.Tests.Rtp.Rfc;

/// <summary>RFC 3550 A.1 and A.3.</summary>
public sealed class SequenceTrackerTests
{
    [Fact]
    public void Update_WhenNumbersWrap_CountsTheCycle()
    {
        var tracker = new SequenceTracker();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(SequenceVerdict.InOrder, tracker.Update((ushort)(65530 + i)));
        }

        Assert.Equal(65539u, tracker.ExtendedHighest);
        Assert.Equal(10, tracker.Expected);
        Assert.Equal(0, tracker.Lost);
    }

    [Fact]
    public void TakeFractionLost_WhenEveryFourthIsMissing_IsAQuarterOf256()
    {
        var tracker = new SequenceTracker();
        for (var i = 0; i < 400; i++)
        {
            if (i % 4 != 1)
            {
                tracker.Update((ushort)i);
            }
        }

        Assert.Equal(64, tracker.TakeFractionLost());
        Assert.Equal(100, tracker.Lost);
        for (var i = 400; i < 500; i++)
        {
            tracker.Update((ushort)i);
        }

        Assert.Equal(0, tracker.TakeFractionLost());
        Assert.Equal(100, tracker.Lost);
    }

    [Fact]
    public void TakeFractionLost_WhenDuplicatesOutnumberLosses_IsZero()
    {
        var tracker = new SequenceTracker();
        foreach (ushort number in new[] { 1, 2, 2, 2, 4 })
        {
            tracker.Update(number);
        }

        Assert.Equal(-1, tracker.Lost);
        Assert.Equal(0, tracker.TakeFractionLost());
    }

    [Fact]
    public void Update_WhenJumpIsConfirmed_Restarts()
    {
        var tracker = new SequenceTracker();
        tracker.Update(100);
        Assert.Equal(SequenceVerdict.Suspicious, tracker.Update(30000));
        Assert.Equal(SequenceVerdict.InOrder, tracker.Update(101));
        Assert.Equal(SequenceVerdict.Suspicious, tracker.Update(40000));
        Assert.Equal(SequenceVerdict.Restarted, tracker.Update(40001));
        Assert.Equal(1, tracker.Received);
        Assert.Equal(0, tracker.Lost);
    }

    [Fact]
    public void Update_WhenReordered_IsBehindAndNotLost()
    {
        var tracker = new SequenceTracker();
        tracker.Update(1);
        tracker.Update(3);
        Assert.Equal(1, tracker.Lost);
        Assert.Equal(SequenceVerdict.Behind, tracker.Update(2));
        Assert.Equal(0, tracker.Lost);
    }
}
