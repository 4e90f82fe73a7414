namespace Appliance.Regression.Running;

/// <summary>Quantiles of measured times.</summary>
public static class Quantile
{
    /// <summary>The smallest time that at least the share (0 to 1) does not pass; null where there is none.</summary>
    public static TimeSpan? Of(IEnumerable<TimeSpan> times, double share)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
