using Appliance.Clinic.Profiles;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Openings;

/// <summary>Why a time cannot be booked.</summary>
public enum OpeningRefusal
{
    /// <summary>The handle is unknown, or its time lies on no grid or outside working hours.</summary>
    NotOffered = 1,

    /// <summary>Too soon, or already past.</summary>
    TooSoon,

    /// <summary>Further ahead than bookings are taken.</summary>
    TooFarAhead,

    /// <summary>The clinic is closed that day, or the doctor is away.</summary>
    Closed,

    /// <summary>Another appointment or a live hold has the time.</summary>
    Taken,
}

/// <summary>What rules judge against: the profile, the moment of judging and the time that is no longer free.</summary>
internal sealed record OpeningContext(ClinicProfile Profile, DateTimeOffset Now, ILookup<string, TimeInterval> Busy);

/// <summary>One condition that every opening meets.</summary>
internal interface IOpeningRule
{
    OpeningRefusal Refusal { get; }

    bool IsMetBy(in OpeningCandidate candidate, OpeningContext context);
}
