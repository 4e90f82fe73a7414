using Appliance.Cli.Figures;

namespace Appliance.Cli.Tests.Figures;

public sealed class PercentilesTests
{
    [Theory]
    [InlineData(0, 15)]
    [InlineData(0.05, 15)]
    [InlineData(0.30, 20)]
    [InlineData(0.40, 20)]
    [InlineData(0.50, 35)]
    [InlineData(0.95, 50)]
    [InlineData(1, 50)]
    public void Of_WhenValuesAreUnordered_GivesTheNearestRank(double share, double expected) =>
        Assert.Equal(expected, Percentiles.Of([50, 15, 40, 20, 35], share));

    [Fact]
    public void Of_WhenOneValue_GivesItForEveryShare() =>
        Assert.Equal([7, 7, 7], new[] { 0, 0.5, 1 }.Select(share => Percentiles.Of([7], share)));

    [Fact]
    public void Of_WhenNoValues_GivesNone() => Assert.Null(Percentiles.Of([], 0.5));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Of_WhenShareIsOutOfRange_Throws(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentiles.Of([1], share));

    [Fact]
    public void Spread_WhenSomeWereNotMeasured_CountsTheOthers() =>
        Assert.Equal(new Spread(3, 200, 300, 300), Spread.Of([100, null, 300, 200, null]));
}
