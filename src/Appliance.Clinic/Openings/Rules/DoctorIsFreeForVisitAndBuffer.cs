namespace Appliance.Clinic.Openings.Rules;

internal sealed class DoctorIsFreeForVisitAndBuffer : IOpeningRule
{
    public OpeningRefusal Refusal => OpeningRefusal.Taken;

    public bool IsMetBy(in OpeningCandidate candidate, OpeningContext context)
    {
        var occupied = candidate.Occupied;
        return !context.Busy[candidate.Doctor.Id].Any(busy => busy.Overlaps(occupied));
    }
}
