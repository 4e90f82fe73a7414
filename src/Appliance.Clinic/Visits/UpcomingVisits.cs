namespace Appliance.Clinic.Visits;

/// <summary>The answer to "when is my appointment".</summary>
public abstract record UpcomingVisits
{
    private UpcomingVisits()
    {
    }

    /// <summary>Visits that have not started yet, by start; may be none.</summary>
    public sealed record Found(IReadOnlyList<Visit> Visits) : UpcomingVisits;

    /// <summary>The verification is another call's, or its call has ended.</summary>
    public sealed record NotVerified : UpcomingVisits;
}
