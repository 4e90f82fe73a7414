using Appliance.Clinic.Profiles;
using Appliance.Clinic.Schedules;

namespace Appliance.Clinic.Openings;

/// <summary>A time that might be offered, before the rules have judged it.</summary>
internal readonly record struct OpeningCandidate(
    Doctor Doctor, VisitType VisitType, DateOnly Day, TimeOnly Start, TimeInterval Visit, TimeInterval Occupied)
{
    public Opening ToOpening() =>
        new(OpeningId.Of(Doctor.Id, VisitType.Id, Visit.Start), Doctor.Id, VisitType.Id, Day.ToDateTime(Start), Visit, Occupied);
}
