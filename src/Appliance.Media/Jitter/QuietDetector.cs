namespace Appliance.Media.Jitter;

/// <summary>Tells pauses from speech by level against the noise of the line.</summary>
internal sealed class QuietDetector
{
    // About −54 dBFS: always a pause; and −30 dBFS: never one.
    private const float AlwaysQuiet = 64;
    private const float NeverQuiet = 1000;

    private float _floor = NeverQuiet;

    /// <summary>Takes a frame; true when it is a pause.</summary>
    public bool IsQuiet(ReadOnlySpan<short> frame)
    {
        float sum = 0;
        foreach (var sample in frame)
        {
            sum += (float)sample * sample;
        }

        var level = MathF.Sqrt(sum / frame.Length);
        // Falls at once, rises by about 5 dB a second.
        _floor = Math.Clamp(Math.Min(level, _floor * 1.012f), 1, NeverQuiet);
        return level < Math.Min(NeverQuiet, Math.Max(AlwaysQuiet, 2 * _floor));
    }
}
