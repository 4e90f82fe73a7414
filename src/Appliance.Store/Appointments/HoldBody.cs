using Appliance.Clinic.Openings;
using Appliance.Clinic.Schedules;

namespace Appliance.Store.Appointments;

/// <summary>The sealed body of a hold: the opening as it was offered.</summary>
internal sealed record HoldBody(
    string OpeningId,
    string DoctorId,
    string VisitTypeId,
    DateTime LocalStart,
    DateTimeOffset Start,
    DateTimeOffset End,
    DateTimeOffset OccupiedEnd)
{
    public static HoldBody Of(Opening opening) => new(
        opening.Id.Value, opening.DoctorId, opening.VisitTypeId, opening.LocalStart, opening.Visit.Start, opening.Visit.End, opening.Occupied.End);

    public Opening ToOpening() => new(
        new OpeningId(OpeningId), DoctorId, VisitTypeId, LocalStart, new TimeInterval(Start, End), new TimeInterval(Start, OccupiedEnd));
}
