namespace Appliance.Calls.Understanding;

/// <summary>How the language model is asked. Immutable.</summary>
public sealed record ModelUnderstandingOptions
{
    /// <summary>Longest wait for an answer. 50 ms to 2 s, default 400 ms.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Everything that is wrong with these values; empty when all is well.</summary>
    public IReadOnlyList<string> Problems() => Budget < TimeSpan.FromMilliseconds(50) || Budget > TimeSpan.FromSeconds(2)
        ? [$"{nameof(Budget)} is {Budget}; it must lie between 50 ms and 2 s."]
        : [];
}
