namespace Appliance.Clinic.Openings;

/// <summary>
/// What a caller would like: local days (both belong to the search), a half-open window of the day for the start, optionally one doctor.
/// Openings come ordered by start, then in the profile's order of doctors.
/// </summary>
public sealed record OpeningQuery
{
    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>Earliest local start; default midnight.</summary>
    public TimeOnly Earliest { get; init; } = TimeOnly.MinValue;

    /// <summary>Starts lie before this local time; default (null): no bound.</summary>
    public TimeOnly? Before { get; init; }

    /// <summary>Null: any doctor.</summary>
    public string? DoctorId { get; init; }

    /// <summary>Null: the profile's default visit type.</summary>
    public string? VisitTypeId { get; init; }

    /// <summary>Most openings to return; 1 to 1,000, default 20.</summary>
    public int Limit { get; init; } = 20;
}
