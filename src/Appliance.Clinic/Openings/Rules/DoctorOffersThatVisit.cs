namespace Appliance.Clinic.Openings.Rules;

internal sealed class DoctorOffersThatVisit : IOpeningRule
{
    public OpeningRefusal Refusal => OpeningRefusal.NotOffered;

    public bool IsMetBy(in OpeningCandidate candidate, OpeningContext context) => candidate.VisitType.IsOfferedBy(candidate.Doctor.Id);
}
