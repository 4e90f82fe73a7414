namespace Appliance.Clinic.Openings.Rules;

internal sealed class ClinicIsOpenOnThatDay : IOpeningRule
{
    public OpeningRefusal Refusal => OpeningRefusal.Closed;

    public bool IsMetBy(in OpeningCandidate candidate, OpeningContext context) => !context.Profile.IsClosedOn(candidate.Day);
}
