namespace Appliance.Dialog.Understanding;

/// <summary>Things that come before anything else a caller may want.</summary>
public enum Guard
{
    /// <summary>None.</summary>
    None,

    /// <summary>A symptom or word of an emergency.</summary>
    Emergency,

    /// <summary>A person is wanted.</summary>
    Person,

    /// <summary>Not to be called any more.</summary>
    StopCalling,

    /// <summary>Not to be recorded.</summary>
    RecordingRefused,
}
