namespace Appliance.Inference.Tts;

/// <summary>How a text is spoken. Values outside a range are brought to its nearest end.</summary>
public sealed record SpeechOptions
{
    /// <summary>The defaults: the engine's own voice at normal speed.</summary>
    public static SpeechOptions Default { get; } = new();

    /// <summary>espeak-ng: a voice such as <c>en-us</c> or <c>en-gb-x-rp+f3</c>. Piper: a speaker's name or number. Default null: the voice of the pack; leave it so
    /// unless it is known which engine speaks, for a name that the engine does not know is refused.</summary>
    public string? Voice { get; init; }

    /// <summary>Speed as a factor, 0.5 to 2.0. Default 1.0.</summary>
    public double Rate { get; init; } = 1.0;

    /// <summary>Pitch as a factor, 0.5 to 1.5. Default 1.0. Piper voices have no pitch control and ignore it.</summary>
    public double Pitch { get; init; } = 1.0;

    /// <summary>Peak level of each chunk in dBFS, −30 to 0. Default −6.</summary>
    public double PeakDecibels { get; init; } = -6.0;

    /// <summary>Silence after each sentence but the last, 0 to 2 s. Default 150 ms.</summary>
    public TimeSpan SentencePause { get; init; } = TimeSpan.FromMilliseconds(150);
}
