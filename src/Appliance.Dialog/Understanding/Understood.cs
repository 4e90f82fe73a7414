using System.Collections.Immutable;

namespace Appliance.Dialog.Understanding;

/// <summary>Everything that was understood of one caller turn. Values the caller did not say are null.</summary>
public sealed record Understood
{
    /// <summary>The text understood.</summary>
    public required string Text { get; init; }

    /// <summary>Its words.</summary>
    public required ImmutableArray<Word> Words { get; init; }

    /// <summary>What comes before anything else.</summary>
    public Guard Guard { get; init; }

    /// <summary>What the caller wants.</summary>
    public CallerIntent Intent { get; init; }

    /// <summary>Yes, no, or neither.</summary>
    public bool? YesNo { get; init; }

    /// <summary>Whether something said before is taken back.</summary>
    public bool Corrects { get; init; }

    /// <summary>Thanks, goodbye, repeat, hold on…</summary>
    public Manner Manner { get; init; }

    /// <summary>Day wanted.</summary>
    public DayWish? Day { get; init; }

    /// <summary>Time wanted.</summary>
    public TimeWish? Time { get; init; }

    /// <summary>Which offer was pointed at.</summary>
    public OfferChoice Choice { get; init; }

    /// <summary>Doctor wanted.</summary>
    public DoctorReading? Doctor { get; init; }

    /// <summary>Reason of the visit.</summary>
    public ReasonReading? Reason { get; init; }

    /// <summary>Name of the caller.</summary>
    public NameReading? Name { get; init; }

    /// <summary>Date of birth.</summary>
    public BirthDateReading? BirthDate { get; init; }

    /// <summary>Digits of a telephone number, whole or not.</summary>
    public string? Phone { get; init; }

    /// <summary>Whether any manner is there.</summary>
    public bool Has(Manner manner) => (Manner & manner) != Manner.None;
}
