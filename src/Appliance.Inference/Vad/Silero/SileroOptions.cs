namespace Appliance.Inference.Vad.Silero;

/// <summary>How the Silero network is run.</summary>
public sealed record SileroOptions
{
    /// <summary>Most windows in one run; 1 to 256, default 64.</summary>
    public int MaxBatch { get; init; } = 64;

    /// <summary>Windows that may wait; 1 to 10,000, default 1,024. Beyond it callers wait for a place.</summary>
    public int MaxWaiting { get; init; } = 1_024;

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a value out of its range.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(MaxBatch, 1, 256), MaxBatch);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(MaxWaiting, 1, 10_000), MaxWaiting);
    }
}
