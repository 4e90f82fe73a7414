using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Profiles;
using Appliance.Store.Audit;
using Appliance.Store.Database;

namespace Appliance.Store.Appointments;

/// <summary>The clinic's appointment book on the store.</summary>
internal sealed class AppointmentBook(StoreWriter writer, StoreReader reader, ClinicProfile profile, TimeProvider time) : IAppointmentBook
{
    public Task<IReadOnlyList<Opening>> FindOpeningsAsync(OpeningQuery query, Actor actor, CancellationToken cancellationToken)
    {
        // Openings tell nothing of patients, so this read needs no audit entry and no writer.
        var now = time.GetUtcNow();
        var margin = TimeSpan.FromDays(2);
        return reader.RunAsync(
            connection =>
            {
                var busy = Occupancy.Read(connection, now - margin, now + profile.Horizon + margin, now);
                return OpeningFinder.Find(profile, busy, query, now);
            },
            cancellationToken);
    }

    public Task<HoldResult> HoldAsync(OpeningId opening, IdempotencyKey key, Actor actor, CancellationToken cancellationToken) =>
        writer.RunAsync(new PlaceHold(profile, opening, key, actor).Run, cancellationToken);

    public Task<bool> ReleaseHoldAsync(HoldId hold, Actor actor, CancellationToken cancellationToken) => writer.RunAsync(
        transaction =>
        {
            if (HoldDocuments.Find(transaction, hold, actor) is not { State: HoldState.Live })
            {
                return false;
            }

            Occupancy.Release(transaction, hold);
            HoldDocuments.SetState(transaction, hold, HoldState.Released);
            transaction.Audit(actor, AuditAction.HoldReleased, hold.Value);
            return true;
        },
        cancellationToken);

    public Task<BookingResult> BookAsync(
        HoldId hold, BookingDetails details, IdempotencyKey key, Actor actor, CancellationToken cancellationToken) =>
        writer.RunAsync(new BookHold(profile, hold, details, key, actor).Run, cancellationToken);

    public async Task<IReadOnlyList<Appointment>> ListAppointmentsAsync(
        AppointmentQuery query, Actor actor, CancellationToken cancellationToken) =>
        await writer.RunAsync(transaction => AppointmentDocuments.List(transaction, query, actor), cancellationToken);

    public Task<AppointmentHistory?> FindHistoryAsync(AppointmentId id, Actor actor, CancellationToken cancellationToken) => writer.RunAsync(
        transaction => AppointmentDocuments.Find(transaction, id, actor) is { } stored
            ? new AppointmentHistory(stored.Appointment, [.. stored.Changes.Select(change => change.ToChange())])
            : null,
        cancellationToken);
}
