namespace Appliance.Host.Diagnosis;

/// <summary>How bad a finding is.</summary>
public enum FindingState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The appliance runs, but something is worse than it could be.</summary>
    Warn,

    /// <summary>The appliance does not run, or loses data.</summary>
    Fail,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Area">Which part: libraries, models, ports, key, data, logs, store, disk, machine, clinic, clock, settings.</param>
/// <param name="What">What was found, in one line; no personal data.</param>
/// <param name="State">How bad it is.</param>
/// <param name="Mend">What to do about it; null when it is as it should be.</param>
public sealed record Finding(string Area, string What, FindingState State, string? Mend = null)
{
    internal static Finding Ok(string area, string what) => new(area, what, FindingState.Ok);

    internal static Finding Warn(string area, string what, string mend) => new(area, what, FindingState.Warn, mend);

    internal static Finding Fail(string area, string what, string mend) => new(area, what, FindingState.Fail, mend);
}
