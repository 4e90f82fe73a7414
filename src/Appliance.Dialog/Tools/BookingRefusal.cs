namespace Appliance.Dialog.Tools;

/// <summary>Why an appointment was not made.</summary>
public enum BookingRefusal
{
    /// <summary>The hold ran out or never was.</summary>
    HoldExpired,

    /// <summary>Another appointment has the time.</summary>
    Taken,

    /// <summary>A rule of the clinic forbids it.</summary>
    AgainstRule,
}
