namespace Appliance.Dialog.Turns;

/// <summary>Voice or no voice, with hysteresis: several windows over the onset probability begin speech, one under the release probability ends it.</summary>
public sealed record VoiceTracker
{
    /// <summary>One window of 512 samples at 16 kHz.</summary>
    public static readonly TimeSpan WindowDuration = TimeSpan.FromMilliseconds(32);

    /// <summary>Nothing heard yet.</summary>
    public static VoiceTracker Start { get; } = new();

    /// <summary>End of the last window.</summary>
    public TimeSpan At { get; init; }

    /// <summary>Whether there is voice.</summary>
    public bool IsSpeaking { get; init; }

    /// <summary>End of the last window that may have held sound of a word.</summary>
    public TimeSpan LastTrace { get; init; }

    /// <summary>Windows in a row that may become an onset.</summary>
    public int Candidates { get; init; }

    /// <summary>Start of the first window of the last onset.</summary>
    public TimeSpan Onset { get; init; }

    /// <summary>The state after a window; an onset happened if it speaks now and did not before.</summary>
    public VoiceTracker Next(TimeSpan at, float probability, TurnOptions options)
    {
        var trace = probability >= options.TraceProbability ? at : LastTrace;
        if (IsSpeaking)
        {
            return this with { At = at, LastTrace = trace, IsSpeaking = probability >= options.ReleaseProbability, Candidates = 0 };
        }

        var candidates = probability >= options.OnsetProbability ? Candidates + 1 : 0;
        if (candidates < options.OnsetWindows)
        {
            return this with { At = at, LastTrace = trace, Candidates = candidates };
        }

        var onset = at - (options.OnsetWindows * WindowDuration);
        return this with { At = at, LastTrace = trace, IsSpeaking = true, Candidates = 0, Onset = onset > TimeSpan.Zero ? onset : TimeSpan.Zero };
    }
}
