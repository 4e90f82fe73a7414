using Appliance.Clinic.Identity;

namespace Appliance.Clinic.Visits;

/// <summary>
/// What patients may ask of their own appointments by telephone. Every member takes the proof of who is calling and checks it in the
/// transaction of the deed. Refusals are results; exceptions mean that the store is lost and that nothing was changed.
/// </summary>
public interface IVisitDesk
{
    /// <summary>The patient's visits to come.</summary>
    Task<UpcomingVisits> ListUpcomingAsync(VerifiedPatient patient, CancellationToken cancellationToken);
}
