namespace Appliance.Media.Jitter;

/// <summary>How much delay the jitter buffer may add.</summary>
public sealed record JitterBufferOptions
{
    /// <summary>Least target delay: 10 to 200 ms, default 20 ms. The delay in fact lies within half a frame of it.</summary>
    public TimeSpan MinimumDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Greatest target delay: the minimum to 500 ms, default 200 ms. Packets that are later are lost.</summary>
    public TimeSpan MaximumDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Share of packets that the target delay must cover: 0.5 to 0.999, default 0.97.</summary>
    public double Coverage { get; init; } = 0.97;

    /// <summary>Nothing received for so long, and the next packet begins anew: 60 to 1000 ms, default 240 ms.</summary>
    public TimeSpan ForgetAfter { get; init; } = TimeSpan.FromMilliseconds(240);

    /// <summary>Throws when a value is outside its range.</summary>
    public void Validate()
    {
        RequireMilliseconds(MinimumDelay, 10, 200, nameof(MinimumDelay));
        RequireMilliseconds(MaximumDelay, MinimumDelay.TotalMilliseconds, 500, nameof(MaximumDelay));
        RequireMilliseconds(ForgetAfter, 60, 1000, nameof(ForgetAfter));
        if (Coverage is not (>= 0.5 and <= 0.999))
        {
            throw new ArgumentOutOfRangeException(nameof(Coverage), Coverage, "Must be 0.5 to 0.999.");
        }
    }

    private static void RequireMilliseconds(TimeSpan value, double least, double most, string name)
    {
        if (value.TotalMilliseconds < least || value.TotalMilliseconds > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most} ms.");
        }
    }
}
