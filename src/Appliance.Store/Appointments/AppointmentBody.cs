using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Schedules;
using Appliance.Clinic.Visits;

namespace Appliance.Store.Appointments;

/// <summary>The sealed body of an appointment: why somebody comes is health data. Null changes: none, as older versions wrote it.</summary>
internal sealed record AppointmentBody(
    string VisitTypeId,
    DateTime LocalStart,
    string Reason,
    ActorKind BookedByKind,
    string BookedById,
    DateTimeOffset BookedAt,
    IReadOnlyList<AppointmentChangeBody>? Changes = null);

/// <summary>One change of an appointment. HoldId names the hold that it moved to.</summary>
internal sealed record AppointmentChangeBody(
    AppointmentChangeKind Kind,
    DateTimeOffset At,
    ActorKind ByKind,
    string ById,
    string Reason,
    string? HoldId,
    VisitTimeBody From,
    VisitTimeBody? To)
{
    public AppointmentChange ToChange() => new(Kind, At, Actor.Of(ByKind, ById), Reason, From.ToTime(), To?.ToTime());
}

/// <summary>A time that an appointment had or has.</summary>
internal sealed record VisitTimeBody(string DoctorId, string VisitTypeId, DateTime LocalStart, DateTimeOffset Start, DateTimeOffset End)
{
    public static VisitTimeBody Of(VisitTime time) =>
        new(time.DoctorId, time.VisitTypeId, time.LocalStart, time.Interval.Start, time.Interval.End);

    public VisitTime ToTime() => new(DoctorId, VisitTypeId, LocalStart, new TimeInterval(Start, End));
}
