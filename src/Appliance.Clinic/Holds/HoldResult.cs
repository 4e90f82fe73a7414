using Appliance.Clinic.Openings;

namespace Appliance.Clinic.Holds;

/// <summary>Why a hold was not placed.</summary>
public enum HoldRefusal
{
    NotOffered = 1,
    TooSoon,
    TooFarAhead,
    Closed,
    Taken,

    /// <summary>The idempotency key was used for another request before.</summary>
    KeyReused,
}

/// <summary>The answer to a hold.</summary>
public abstract record HoldResult
{
    private HoldResult()
    {
    }

    /// <summary>The opening is kept until the hold expires.</summary>
    public sealed record Placed(Hold Hold) : HoldResult;

    /// <summary>Nothing is kept.</summary>
    public sealed record Refused(HoldRefusal Reason) : HoldResult;

    public static HoldResult From(OpeningRefusal refusal) => new Refused(refusal switch
    {
        OpeningRefusal.TooSoon => HoldRefusal.TooSoon,
        OpeningRefusal.TooFarAhead => HoldRefusal.TooFarAhead,
        OpeningRefusal.Closed => HoldRefusal.Closed,
        OpeningRefusal.Taken => HoldRefusal.Taken,
        _ => HoldRefusal.NotOffered,
    });
}
