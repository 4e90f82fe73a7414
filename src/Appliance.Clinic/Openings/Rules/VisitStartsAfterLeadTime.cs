namespace Appliance.Clinic.Openings.Rules;

internal sealed class VisitStartsAfterLeadTime : IOpeningRule
{
    public OpeningRefusal Refusal => OpeningRefusal.TooSoon;

    public bool IsMetBy(in OpeningCandidate candidate, OpeningContext context) =>
        candidate.Visit.Start >= context.Now + context.Profile.LeadTime;
}
