namespace Appliance.Dialog.Understanding;

/// <summary>What a caller wants.</summary>
public enum CallerIntent
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>Book an appointment.</summary>
    Book,

    /// <summary>Move an appointment.</summary>
    Reschedule,

    /// <summary>Cancel an appointment.</summary>
    Cancel,

    /// <summary>Confirm or ask about an appointment.</summary>
    AskAppointment,

    /// <summary>Opening hours.</summary>
    Hours,

    /// <summary>Which doctors there are.</summary>
    WhichDoctors,

    /// <summary>A callback or a message.</summary>
    Callback,

    /// <summary>A prescription.</summary>
    Refill,

    /// <summary>Test results or records.</summary>
    Records,

    /// <summary>Bills, prices, insurance.</summary>
    Billing,

    /// <summary>Running late.</summary>
    RunningLate,

    /// <summary>Another question the clinic has to answer: address, parking, fasting.</summary>
    Question,

    /// <summary>Wrong number.</summary>
    WrongNumber,

    /// <summary>Another language.</summary>
    Language,

    /// <summary>Whether this is a machine.</summary>
    AreYouRobot,

    /// <summary>Whether the call is recorded.</summary>
    IsRecorded,
}
