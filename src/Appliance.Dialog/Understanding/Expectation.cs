namespace Appliance.Dialog.Understanding;

/// <summary>What the conversation waits for. Endpointing and parsers are led by it.</summary>
public enum Expectation
{
    /// <summary>Nothing in particular.</summary>
    Anything,

    /// <summary>What the caller wants.</summary>
    Intent,

    /// <summary>Reason of the visit.</summary>
    Reason,

    /// <summary>A doctor, or any.</summary>
    Doctor,

    /// <summary>A day, a time, or both.</summary>
    DayAndTime,

    /// <summary>A time; the day is known.</summary>
    Time,

    /// <summary>One of the openings offered.</summary>
    Offer,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>First and last name.</summary>
    Name,

    /// <summary>Last name alone.</summary>
    FamilyName,

    /// <summary>A name letter by letter.</summary>
    Spelling,

    /// <summary>Date of birth.</summary>
    BirthDate,

    /// <summary>Telephone number.</summary>
    Phone,

    /// <summary>Which detail is to be changed.</summary>
    Change,
}
