namespace Appliance.Cli.Figures;

/// <summary>How measured values spread, in milliseconds; null where nothing was measured.</summary>
/// <param name="Count">Values.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="Max">Greatest.</param>
public sealed record Spread(int Count, double? P50, double? P95, double? Max)
{
    /// <summary>Of those values that are there.</summary>
    public static Spread Of(IEnumerable<double?> values)
    {
        var measured = values.OfType<double>().ToArray();
        return new Spread(measured.Length, Percentiles.Of(measured, 0.5), Percentiles.Of(measured, 0.95), Percentiles.Of(measured, 1));
    }
}
