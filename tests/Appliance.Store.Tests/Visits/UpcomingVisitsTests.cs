using Appliance.Clinic.Appointments;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Visits;
using Appliance.Store.Audit;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Visits;

public sealed class UpcomingVisitsTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ListUpcomingAsync_WhenVerified_GivesOwnVisitsToCome()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var first = await BookFirstAsync(book, "a");
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");
        await BookAsync(book, hold.Id, "b", Pat with { Name = "Somebody Else" });
        var later = await BookFirstAsync(book, "c");
        var patient = await VerifiedAsync(store, "d");

        var found = Assert.IsType<UpcomingVisits.Found>(await store.OpenVisitDesk(Profile).ListUpcomingAsync(patient, CancellationToken.None));
        Assert.Equal(new[] { first, later }.OrderBy(a => a.Visit.Start).ThenBy(a => a.Id.Value, StringComparer.Ordinal).Select(VisitOf), found.Visits);
        var trail = await store.Audit.ListAsync(0, 100, CancellationToken.None);
        Assert.Equal(2, trail.Count(entry => entry is { Action: nameof(AuditAction.AppointmentRead), Actor: "call/call-d" }));

        _folder.Time.Advance(first.Visit.Start - _folder.Time.GetUtcNow());
        patient = await VerifiedAsync(store, "e");
        var rest = Assert.IsType<UpcomingVisits.Found>(await store.OpenVisitDesk(Profile).ListUpcomingAsync(patient, CancellationToken.None));
        Assert.DoesNotContain(VisitOf(first), rest.Visits);
    }

    [Fact]
    public async Task ListUpcomingAsync_WhenTheCallHasEnded_IsRefusedThoughTheProofIsStillHeld()
    {
        await using var store = _folder.Open();
        await BookFirstAsync(store.OpenBook(Profile));
        var patient = await VerifiedAsync(store, "b");
        await store.OpenIdentityDesk(Profile).EndAsync(Caller("b"), CancellationToken.None);
        var entries = (await store.Audit.ListAsync(0, 100, CancellationToken.None)).Count;
        Assert.IsType<UpcomingVisits.NotVerified>(await store.OpenVisitDesk(Profile).ListUpcomingAsync(patient, CancellationToken.None));
        Assert.Equal(entries, (await store.Audit.ListAsync(0, 100, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task ListUpcomingAsync_WhenTheProofIsOfAnotherStore_IsRefused()
    {
        using var elsewhere = new StoreFolder();
        await using var store = _folder.Open();
        await using var other = elsewhere.Open();
        await BookFirstAsync(store.OpenBook(Profile));
        await BookFirstAsync(other.OpenBook(Profile));
        VerifiedPatient foreign = await VerifiedAsync(other, "b");
        Assert.IsType<UpcomingVisits.NotVerified>(await store.OpenVisitDesk(Profile).ListUpcomingAsync(foreign, CancellationToken.None));
    }

    private static Visit VisitOf(Appointment appointment) => new(appointment.Id, appointment.Time);
}
