using Appliance.Clinic.Openings;

namespace Appliance.Clinic.Visits.Rules;

/// <summary>An hour's visit is not moved into a quarter of an hour: another kind of visit is another booking.</summary>
public static class MoveKeepsTheVisitType
{
    public static bool IsMet(VisitTime visit, Opening to) => string.Equals(visit.VisitTypeId, to.VisitTypeId, StringComparison.Ordinal);
}
