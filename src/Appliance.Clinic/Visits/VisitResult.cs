namespace Appliance.Clinic.Visits;

/// <summary>Why a visit was not changed.</summary>
public enum VisitRefusal
{
    /// <summary>The verification is another call's, or its call has ended.</summary>
    NotVerified = 1,

    /// <summary>The verified patient has no such appointment; the same whether others have it or not.</summary>
    Unknown,

    AlreadyCancelled,

    /// <summary>The visit is too near, or past; people may still change it.</summary>
    TooLate,

    /// <summary>No such hold, it was released or used, or it belongs to another call.</summary>
    HoldUnknown,

    HoldExpired,

    /// <summary>The held opening is for another kind of visit.</summary>
    OtherVisitType,

    /// <summary>The idempotency key was used for another request before.</summary>
    KeyReused,
}

/// <summary>The answer to a change. Changed is given only after the commit has reached the disk.</summary>
public abstract record VisitResult
{
    private VisitResult()
    {
    }

    /// <summary>The visit as the change left it; when it was cancelled, as it would have been.</summary>
    public sealed record Changed(Visit Visit) : VisitResult;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(VisitRefusal Reason) : VisitResult;
}
