using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Tests.Schedules;

public sealed class TimeIntervalTests
{
    private static readonly DateTimeOffset s_zero = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData(0, 10, 10, 20, false)]
    [InlineData(10, 20, 0, 10, false)]
    [InlineData(0, 10, 9, 20, true)]
    [InlineData(0, 30, 10, 20, true)]
    [InlineData(10, 20, 0, 30, true)]
    [InlineData(0, 10, 0, 10, true)]
    public void Overlaps_WhenHalfOpen_TouchingIsNotOverlapping(int start, int end, int otherStart, int otherEnd, bool expected)
    {
        Assert.Equal(expected, Interval(start, end).Overlaps(Interval(otherStart, otherEnd)));
    }

    [Fact]
    public void New_WhenEmptyOrReversed_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Interval(5, 5));
        Assert.Throws<ArgumentException>(() => Interval(5, 4));
    }

    private static TimeInterval Interval(int start, int end) => new(s_zero.AddMinutes(start), s_zero.AddMinutes(end));
}
