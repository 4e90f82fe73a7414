namespace Appliance.Inference.Stt;

/// <summary>How far a transcript may be believed.</summary>
public enum TranscriptVerdict
{
    /// <summary>Words, as sure as the model gets.</summary>
    Speech = 0,

    /// <summary>Nothing was said: no words, sound below the quiet level, or the model says so itself.</summary>
    Silence,

    /// <summary>The model fell into a loop; the text is cut before it and must not be acted on.</summary>
    Repetition,

    /// <summary>Words that are likely wrong: ask again.</summary>
    Unsure,

    /// <summary>Not recognised: a newer or more urgent request displaced this Partial.</summary>
    Displaced,
}
