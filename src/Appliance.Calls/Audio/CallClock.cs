namespace Appliance.Calls.Audio;

/// <summary>Time since the call was answered.</summary>
public sealed class CallClock(TimeProvider time)
{
    private readonly long _answered = time.GetTimestamp();

    /// <summary>When the call was answered.</summary>
    public DateTimeOffset AnsweredAt { get; } = time.GetUtcNow();

    /// <summary>Since then.</summary>
    public TimeSpan Now => time.GetElapsedTime(_answered);

    /// <summary>The clock behind it.</summary>
    public TimeProvider Time => time;
}
