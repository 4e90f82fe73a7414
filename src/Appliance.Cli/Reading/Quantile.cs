namespace Appliance.Cli.Reading;

/// <summary>Quantiles by nearest rank: a value that was really measured, never one between two.</summary>
public static class Quantile
{
    /// <summary>The smallest value that at least the share of all values does not pass.</summary>
    /// <param name="sorted">Ascending, not empty.</param>
    /// <param name="share">Above 0, up to 1.</param>
    public static TimeSpan Of(IReadOnlyList<TimeSpan> sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
