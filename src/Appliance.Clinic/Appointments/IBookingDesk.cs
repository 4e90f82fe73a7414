using Appliance.Clinic.Holds;
using Appliance.Clinic.Openings;

namespace Appliance.Clinic.Appointments;

/// <summary>
/// New appointments, for anybody who calls: nothing here tells of appointments that others have. Of all that ask for one opening
/// exactly one gets it. Refusals are results; exceptions mean that the store is lost (disk full, damaged, …) and that nothing was changed.
/// </summary>
public interface IBookingDesk
{
    /// <summary>Openings that were free at the moment of asking; only a hold makes one sure.</summary>
    Task<IReadOnlyList<Opening>> FindOpeningsAsync(OpeningQuery query, Actor actor, CancellationToken cancellationToken);

    /// <summary>Keeps an opening for the actor for the profile's hold lifetime.</summary>
    Task<HoldResult> HoldAsync(OpeningId opening, IdempotencyKey key, Actor actor, CancellationToken cancellationToken);

    /// <summary>Gives a hold back; false when it was gone already or belongs to another actor.</summary>
    Task<bool> ReleaseHoldAsync(HoldId hold, Actor actor, CancellationToken cancellationToken);

    /// <summary>Turns the actor's live hold into an appointment, in one transaction with patient, outbox and audit entry.</summary>
    Task<BookingResult> BookAsync(HoldId hold, BookingDetails details, IdempotencyKey key, Actor actor, CancellationToken cancellationToken);
}
