namespace Appliance.Dialog.Conversation;

/// <summary>Where a conversation stands: what was asked last, or what is waited for.</summary>
public enum Stage
{
    /// <summary>"How can I help you?"</summary>
    Intent,

    /// <summary>Reason of the visit.</summary>
    Reason,

    /// <summary>Which doctor.</summary>
    Doctor,

    /// <summary>Which day and time.</summary>
    DayAndTime,

    /// <summary>Waits for openings.</summary>
    Searching,

    /// <summary>Openings were offered.</summary>
    Offer,

    /// <summary>Waits for the hold.</summary>
    Holding,

    /// <summary>First and last name.</summary>
    Name,

    /// <summary>Last name.</summary>
    FamilyName,

    /// <summary>Last name letter by letter.</summary>
    Spelling,

    /// <summary>Whether the name is right.</summary>
    NameCheck,

    /// <summary>Date of birth.</summary>
    BirthDate,

    /// <summary>Telephone number.</summary>
    Phone,

    /// <summary>Whether the number is right.</summary>
    PhoneCheck,

    /// <summary>Everything read back; nothing is booked without a yes here.</summary>
    Confirm,

    /// <summary>Which detail is to be changed.</summary>
    Change,

    /// <summary>Waits for the booking.</summary>
    Booking,

    /// <summary>"Is there anything else?"</summary>
    AnythingElse,

    /// <summary>Being put through.</summary>
    Transferring,

    /// <summary>Nobody there; a callback was offered.</summary>
    CallbackOffer,

    /// <summary>Waits for the callback to be saved.</summary>
    SavingCallback,

    /// <summary>Said goodbye.</summary>
    Closing,
}
