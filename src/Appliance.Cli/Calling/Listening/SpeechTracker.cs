using Appliance.Media;

namespace Appliance.Cli.Calling.Listening;

/// <summary>
/// Follows the agent's turns by the voice detector's windows of 32 ms: a turn begins with two voiced windows in a row and
/// ends with 700 ms of silence. Pure.
/// </summary>
/// <param name="Onset">Sample at which the turn that goes on began; null between turns.</param>
/// <param name="Silence">Sample at which the voice stopped last.</param>
/// <param name="Row">Voiced windows in a row.</param>
public readonly record struct SpeechTracker(int? Onset, int Silence, int Row)
{
    /// <summary>Silence that ends a turn.</summary>
    public static readonly TimeSpan TurnGap = TimeSpan.FromMilliseconds(700);

    private const float Starts = 0.5f;
    private const float GoesOn = 0.35f;
    private const int WindowsToBegin = 2;
    private static readonly int GapSamples = (int)(TurnGap.TotalSeconds * AudioFormat.SampleRate);

    /// <summary>The state after a window, and whether a turn began or ended with it.</summary>
    public (SpeechTracker Next, SpeechChange Change) After(int windowStart, int windowSamples, float probability)
    {
        var end = windowStart + windowSamples;
        if (Onset is null)
        {
            var row = probability >= Starts ? Row + 1 : 0;
            return row < WindowsToBegin
                ? (this with { Row = row }, SpeechChange.None)
                : (new SpeechTracker(windowStart - ((row - 1) * windowSamples), end, row), SpeechChange.Began);
        }

        if (probability >= GoesOn)
        {
            return (this with { Silence = end }, SpeechChange.None);
        }

        return end - Silence >= GapSamples ? (this with { Row = 0 }, SpeechChange.Ended) : (this, SpeechChange.None);
    }
}

/// <summary>What a window changed.</summary>
public enum SpeechChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A turn began.</summary>
    Began,

    /// <summary>A turn ended; the tracker still tells where, and begins anew with its <see cref="SpeechTracker.Onset"/> taken out.</summary>
    Ended,
}
