using Appliance.Dialog.Tools;
using Appliance.Dialog.Understanding;

namespace Appliance.Dialog.Conversation;

/// <summary>What is known for a booking or a callback. Only what the caller said or a tool answered.</summary>
public sealed record BookingSlots
{
    /// <summary>Whether an appointment is wanted.</summary>
    public bool WantsBooking { get; init; }

    /// <summary>Visit type of the facts; null with a reason known means the default.</summary>
    public string? VisitTypeId { get; init; }

    /// <summary>The caller's words for the reason; null while not asked.</summary>
    public string? Reason { get; init; }

    /// <summary>Doctor of the facts; null with <see cref="DoctorKnown"/> means any.</summary>
    public string? DoctorId { get; init; }

    /// <summary>Whether the caller chose a doctor or said that any will do.</summary>
    public bool DoctorKnown { get; init; }

    /// <summary>Days wanted.</summary>
    public DayWish? Day { get; init; }

    /// <summary>Time wanted.</summary>
    public TimeWish? Time { get; init; }

    /// <summary>The opening chosen.</summary>
    public OpeningHandle? Chosen { get; init; }

    /// <summary>First name.</summary>
    public string? GivenName { get; init; }

    /// <summary>Last name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Whether the last name was spelled.</summary>
    public bool Spelled { get; init; }

    /// <summary>Whether the caller confirmed the name.</summary>
    public bool NameConfirmed { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Month and day of birth, while the year is missing.</summary>
    public (int Month, int Day)? Birthday { get; init; }

    /// <summary>7 or 10 digits.</summary>
    public string? Phone { get; init; }

    /// <summary>Whether the caller confirmed the number.</summary>
    public bool PhoneConfirmed { get; init; }

    /// <summary>First and last name as far as known; null if nothing is.</summary>
    public string? Name => (GivenName, FamilyName) switch
    {
        (null, null) => null,
        (null, _) => FamilyName,
        (_, null) => GivenName,
        _ => $"{GivenName} {FamilyName}",
    };
}
