using Appliance.Clinic.Profiles;

namespace Appliance.Clinic.Visits.Rules;

/// <summary>Callers change a visit only while the clinic can still use its time; at the very moment of the limit they may.</summary>
public static class VisitIsChangedBeforeLeadTime
{
    public static bool IsMet(VisitTime visit, ClinicProfile profile, DateTimeOffset now) =>
        visit.Interval.Start > now && visit.Interval.Start >= now + profile.ChangeLeadTime;
}
