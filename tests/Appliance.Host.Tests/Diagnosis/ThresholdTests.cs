using Appliance.Host.Diagnosis;
using Appliance.Host.Diagnosis.Checks;

namespace Appliance.Host.Tests.Diagnosis;

/// <summary>Where a value of the machine turns from well to worse.</summary>
public sealed class ThresholdTests
{
    private static readonly DateTimeOffset s_built = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(100L << 20, FindingState.Fail)]
    [InlineData(1L << 30, FindingState.Warn)]
    [InlineData(20L << 30, FindingState.Ok)]
    public void Disk_WhenRoomIsShort_SaysHowManyHoursFit(long free, FindingState expected)
    {
        var finding = DiskCheck.Of("/data", free);
        Assert.Equal(expected, finding.State);
        Assert.Contains($"{free / 230_400_000} h of recordings", finding.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 512L << 20, FindingState.Fail)]
    [InlineData(1, 4L << 30, FindingState.Warn)]
    [InlineData(2, 4L << 30, FindingState.Ok)]
    public void Machine_WhenItIsSmall_IsTold(int cores, long memory, FindingState expected) =>
        Assert.Equal(expected, MachineCheck.Of(cores, memory).State);

    [Theory]
    [InlineData(-30, FindingState.Fail)]
    [InlineData(0, FindingState.Ok)]
    [InlineData(400, FindingState.Ok)]
    public void Clock_WhenItStandsBeforeTheBuild_IsWrong(int days, FindingState expected) =>
        Assert.Equal(expected, ClockCheck.Clock(s_built.AddDays(days), s_built).State);
}
