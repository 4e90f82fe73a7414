namespace Appliance.Dialog;

/// <summary>What came of a call.</summary>
public enum CallOutcome
{
    /// <summary>Not over yet.</summary>
    None,

    /// <summary>An appointment was booked.</summary>
    Booked,

    /// <summary>A callback was left.</summary>
    CallbackLeft,

    /// <summary>A person took the call.</summary>
    Transferred,

    /// <summary>An emergency was named; the emergency words were said.</summary>
    Emergency,

    /// <summary>The caller asked not to be called any more.</summary>
    OptedOut,

    /// <summary>Said goodbye with nothing to be done, or only a question answered.</summary>
    Closed,

    /// <summary>The caller hung up before anything came of it.</summary>
    Abandoned,

    /// <summary>The caller never said anything more.</summary>
    NoInput,

    /// <summary>The caller could not be understood, nobody was there, no callback was wanted.</summary>
    NotUnderstood,

    /// <summary>An engine or tool failed and nothing else could be offered.</summary>
    Failed,

    /// <summary>The call reached its longest duration.</summary>
    TooLong,
}
