namespace Appliance.Dialog.Tools;

/// <summary>Why a visit was not changed.</summary>
public enum VisitRefusal
{
    /// <summary>The caller has no such visit.</summary>
    Unknown,

    /// <summary>It was called off before.</summary>
    AlreadyCancelled,

    /// <summary>It is too near; a person may still change it.</summary>
    TooLate,

    /// <summary>The hold ran out or never was.</summary>
    HoldExpired,

    /// <summary>A rule of the clinic forbids it.</summary>
    AgainstRule,
}
