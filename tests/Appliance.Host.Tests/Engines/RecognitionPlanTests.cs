using Appliance.Host.Engines;

namespace Appliance.Host.Tests.Engines;

public sealed class RecognitionPlanTests
{
    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(0, 2, 1, 2)]
    [InlineData(0, 4, 2, 2)]
    [InlineData(0, 8, 2, 4)]
    [InlineData(0, 64, 2, 4)]
    [InlineData(1, 16, 1, 1)]
    [InlineData(3, 2, 1, 3)]
    [InlineData(5, 2, 2, 2)]
    public void Of_WhenAsked_NeverUsesMoreThreadsThanAllowed(int threads, int cores, int workers, int each)
    {
        var plan = RecognitionPlan.Of(threads, cores);
        Assert.Equal(new RecognitionPlan(workers, each), plan);
        Assert.True(plan.Workers * plan.Threads <= (threads > 0 ? threads : Math.Min(8, cores)));
    }
}
