using System.Collections.Immutable;

namespace Appliance.Dialog.Facts;

/// <summary>All a conversation may know of the clinic. Fixed for the length of a call.</summary>
public sealed record ClinicFacts
{
    /// <summary>Name as it is spoken.</summary>
    public required string ClinicName { get; init; }

    /// <summary>Clinic local date and time when the call was answered (kind unspecified).</summary>
    public required DateTime AnsweredLocal { get; init; }

    /// <summary>IANA time zone of the clinic, for the record.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Doctors that can be booked.</summary>
    public required ImmutableArray<DoctorFact> Doctors { get; init; }

    /// <summary>Visit types that can be booked; the first is the default.</summary>
    public required ImmutableArray<VisitTypeFact> VisitTypes { get; init; }

    /// <summary>Opening hours, at most one span per weekday in this version.</summary>
    public required ImmutableArray<OpenHours> Hours { get; init; }

    /// <summary>Days closed although the weekday is open; none by default.</summary>
    public ImmutableArray<ClosedDayFact> ClosedDays { get; init; } = [];

    /// <summary>The date when the call was answered.</summary>
    public DateOnly Today => DateOnly.FromDateTime(AnsweredLocal);

    /// <summary>The doctor with this id, or null.</summary>
    public DoctorFact? Doctor(string? id) => Doctors.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal));

    /// <summary>The visit type with this id, or null.</summary>
    public VisitTypeFact? VisitType(string? id) => VisitTypes.FirstOrDefault(v => string.Equals(v.Id, id, StringComparison.Ordinal));

    /// <summary>The hours of a weekday, or null when closed.</summary>
    public OpenHours? HoursOn(DayOfWeek day) => Hours.FirstOrDefault(h => h.Day == day);

    /// <summary>The hours of a date, or null when closed.</summary>
    public OpenHours? HoursOn(DateOnly day) => ClosedOn(day) is null ? HoursOn(day.DayOfWeek) : null;

    /// <summary>The reason why the clinic is closed on a date on which it would be open, or null.</summary>
    public ClosedDayFact? ClosedOn(DateOnly day) => ClosedDays.FirstOrDefault(c => c.Date == day);
}
