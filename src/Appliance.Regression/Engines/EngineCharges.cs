namespace Appliance.Regression.Engines;

/// <summary>
/// What engines cost in virtual time, whatever they really take here. Voice activity and tools cost nothing. Answers come with the
/// first beat of 20 ms after that time.
/// </summary>
public sealed record EngineCharges
{
    /// <summary>From asking for a recognition to its answer. Default 60 ms.</summary>
    public TimeSpan Recognition { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>From asking for a sentence to its first sound. Default 20 ms.</summary>
    public TimeSpan Synthesis { get; init; } = TimeSpan.FromMilliseconds(20);
}
