using System.Collections.Immutable;

namespace Appliance.Clinic.Profiles;

/// <summary>
/// What a visit is for. Length is the visit itself; Buffer stays free after it. Keywords are lower-case spoken forms.
/// An empty DoctorIds means that every doctor offers it.
/// </summary>
public sealed record VisitType(
    string Id,
    string Name,
    TimeSpan Length,
    TimeSpan Buffer,
    ImmutableArray<string> Keywords,
    ImmutableArray<string> DoctorIds)
{
    public bool IsOfferedBy(string doctorId) => DoctorIds.IsEmpty || DoctorIds.Contains(doctorId, StringComparer.Ordinal);
}
