namespace Appliance.Clinic.Openings.Rules;

internal sealed class VisitStartsWithinHorizon : IOpeningRule
{
    public OpeningRefusal Refusal => OpeningRefusal.TooFarAhead;

    public bool IsMetBy(in OpeningCandidate candidate, OpeningContext context) =>
        candidate.Visit.Start <= context.Now + context.Profile.Horizon;
}
