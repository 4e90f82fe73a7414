namespace Appliance.Dialog.Conversation;

/// <summary>Which slots a caller turn changed.</summary>
[Flags]
internal enum SlotChange
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Reason of the visit.</summary>
    Reason = 1,

    /// <summary>Doctor.</summary>
    Doctor = 2,

    /// <summary>Day or time.</summary>
    When = 4,

    /// <summary>Name.</summary>
    Name = 8,

    /// <summary>Date of birth.</summary>
    BirthDate = 16,

    /// <summary>Telephone number.</summary>
    Phone = 32,
}
