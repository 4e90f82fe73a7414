namespace Appliance.Media;

/// <summary>The one format inside the appliance: PCM, signed 16 bits, mono, 16 kHz, in frames of 20 ms.</summary>
public static class AudioFormat
{
    /// <summary>Samples per second.</summary>
    public const int SampleRate = 16_000;

    /// <summary>Milliseconds in a frame.</summary>
    public const int FrameMilliseconds = 20;

    /// <summary>Samples in a frame: 320.</summary>
    public const int FrameSamples = SampleRate / 1000 * FrameMilliseconds;

    /// <summary>Samples per second on the telephone line (G.711).</summary>
    public const int LineSampleRate = 8_000;

    /// <summary>Samples in a frame on the telephone line: 160.</summary>
    public const int LineFrameSamples = LineSampleRate / 1000 * FrameMilliseconds;

    /// <summary>Length of a frame.</summary>
    public static TimeSpan FrameDuration { get; } = TimeSpan.FromMilliseconds(FrameMilliseconds);

    /// <summary>Time that a number of samples lasts at a rate in Hz.</summary>
    public static TimeSpan DurationOf(long samples, int sampleRate = SampleRate) =>
        new(samples * TimeSpan.TicksPerSecond / sampleRate);
}
