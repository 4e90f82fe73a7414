using System.Collections.Immutable;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Profiles;

/// <summary>Everything the appliance knows of its clinic; immutable, read from JSON by <see cref="Load"/>.</summary>
public sealed record ClinicProfile
{
    public required string Name { get; init; }

    /// <summary>IANA zone, e.g. America/New_York; all wall-clock times of the profile are in it.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    public required WeeklySchedule Hours { get; init; }

    public required ImmutableArray<ClosedDay> ClosedDays { get; init; }

    /// <summary>At least one; schedules already lie within <see cref="Hours"/>.</summary>
    public required ImmutableArray<Doctor> Doctors { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<VisitType> VisitTypes { get; init; }

    /// <summary>The visit type that is meant when a caller names none; default: the first one.</summary>
    public required string DefaultVisitTypeId { get; init; }

    /// <summary>Shortest time from now to an opening. 0 min to 30 days, default 2 h.</summary>
    public required TimeSpan LeadTime { get; init; }

    /// <summary>Shortest time from now to a visit that its patient may still cancel or move by telephone. 0 min to 30 days, default 2 h.</summary>
    public required TimeSpan ChangeLeadTime { get; init; }

    /// <summary>How far ahead openings are offered. 1 to 730 days, default 90.</summary>
    public required TimeSpan Horizon { get; init; }

    /// <summary>Openings start on this grid, counted from the start of each span of work. 5 to 240 min, default 15.</summary>
    public required TimeSpan Grid { get; init; }

    /// <summary>How long a hold blocks its opening. 30 s to 1 h, default 5 min.</summary>
    public required TimeSpan HoldLifetime { get; init; }

    /// <summary>Whether callers must tell the phone number on file beside name and birth date before anything personal. Default: true.</summary>
    public required bool IdentityNeedsPhone { get; init; }

    public ClinicClock Clock => new(TimeZone);

    /// <summary>Reads a profile; every fault of the text is reported, not only the first.</summary>
    public static ClinicProfileReading Load(string json) => ClinicProfileReader.Read(json);

    /// <summary>The built-in demonstration clinic, "Maple Street Clinic".</summary>
    public static ClinicProfile Demo() => DemoClinic.Load();

    public Doctor? FindDoctor(string id) => Doctors.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal));

    public VisitType? FindVisitType(string id) => VisitTypes.FirstOrDefault(v => string.Equals(v.Id, id, StringComparison.Ordinal));

    public bool IsClosedOn(DateOnly day) => ClosedDays.Any(c => c.Date == day);
}

/// <summary>A profile, or all that is wrong with its text. Exactly one of the two is there.</summary>
public sealed record ClinicProfileReading(ClinicProfile? Profile, ImmutableArray<string> Problems);
