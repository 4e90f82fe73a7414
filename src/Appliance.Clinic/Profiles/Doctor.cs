using System.Collections.Immutable;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Profiles;

/// <summary>A doctor who can be booked. Name is the family name as spoken, e.g. "Patel"; further spoken forms stand in SpokenNames.</summary>
public sealed record Doctor(
    string Id,
    string Name,
    ImmutableArray<string> SpokenNames,
    WeeklySchedule Schedule,
    ImmutableArray<Absence> Absences);

/// <summary>Days on which a doctor is away; both days belong to it.</summary>
public readonly record struct Absence(DateOnly FirstDay, DateOnly LastDay)
{
    public bool Covers(DateOnly day) => FirstDay <= day && day <= LastDay;
}
