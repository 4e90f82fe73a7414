namespace Appliance.Cli.Figures;

/// <summary>Percentiles by nearest rank: always a value that was measured, never one in between.</summary>
public static class Percentiles
{
    /// <summary>The smallest value that at least that share of the values does not exceed; null of no values.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">0 to 1; 0.95 for the 95th percentile.</param>
    public static double? Of(IReadOnlyCollection<double> values, double share)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }

        if (values.Count == 0)
        {
            return null;
        }

        var rank = (int)Math.Ceiling(share * values.Count);
        return values.Order().ElementAt(Math.Max(rank, 1) - 1);
    }
}
