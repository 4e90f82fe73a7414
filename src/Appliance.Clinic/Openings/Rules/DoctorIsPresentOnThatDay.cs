namespace Appliance.Clinic.Openings.Rules;

internal sealed class DoctorIsPresentOnThatDay : IOpeningRule
{
    public OpeningRefusal Refusal => OpeningRefusal.Closed;

    public bool IsMetBy(in OpeningCandidate candidate, OpeningContext context)
    {
        var day = candidate.Day;
        return !candidate.Doctor.Absences.Any(absence => absence.Covers(day));
    }
}
