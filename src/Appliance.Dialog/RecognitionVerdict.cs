namespace Appliance.Dialog;

/// <summary>What the recogniser thinks of its own text.</summary>
public enum RecognitionVerdict
{
    /// <summary>Words.</summary>
    Speech,

    /// <summary>No words in it: silence, a cough, a key tone.</summary>
    Silence,

    /// <summary>The decoder looped; the text is not to be used.</summary>
    Repetition,

    /// <summary>Words with low probability.</summary>
    Unsure,
}
