using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Visits;
using Appliance.Store.Audit;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Visits;

public sealed class CancelTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CancelAsync_WhenVerified_FreesTheTimeAndKeepsTheAppointment()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var opening = await FirstOpeningAsync(book);
        var booked = await BookFirstAsync(book);
        Assert.NotEqual(opening.Id, (await FirstOpeningAsync(book)).Id);

        var patient = await VerifiedAsync(store, "b");
        var result = await CancelAsync(store, patient, booked.Id);
        Assert.Equal(new VisitResult.Changed(new Visit(booked.Id, booked.Time)), result);
        Assert.Equal(opening.Id, (await FirstOpeningAsync(book)).Id);
        Assert.Empty(await AllAsync(book));
        Assert.Empty(Assert.IsType<UpcomingVisits.Found>(await store.OpenVisitDesk(Profile).ListUpcomingAsync(patient, CancellationToken.None)).Visits);

        var kept = Assert.Single(await book.ListAppointmentsAsync(
            new AppointmentQuery(DateTimeOffset.UnixEpoch, booked.Visit.End) { WithCancelled = true }, Actor.System("test"), CancellationToken.None));
        Assert.Equal(booked with { Status = AppointmentStatus.Cancelled }, kept);
        var history = await book.FindHistoryAsync(booked.Id, Actor.System("test"), CancellationToken.None);
        var change = new AppointmentChange(AppointmentChangeKind.Cancelled, _folder.Time.GetUtcNow(), Caller("b"), "Moved to Kanaria", booked.Time, null);
        Assert.Equal(change, Assert.Single(history!.Changes));
        Assert.Equal(1, _folder.Peek<long>("SELECT count(*) FROM outbox WHERE kind = 'appointment.cancelled' AND subject = '" + booked.Id + "'"));
        var trail = await store.Audit.ListAsync(0, 100, CancellationToken.None);
        Assert.Contains(trail, e => e is { Action: nameof(AuditAction.AppointmentCancelled), Actor: "call/call-b" } && e.Subject == booked.Id.Value);

        // Somebody else gets the time, through the same tables.
        await BookFirstAsync(book, "c");
        Assert.Single(await AllAsync(book));
    }

    [Fact]
    public async Task CancelAsync_WhenAskedAgain_HasOneEffectAndTheSameAnswer()
    {
        await using var store = _folder.Open();
        var booked = await BookFirstAsync(store.OpenBook(Profile));
        var patient = await VerifiedAsync(store, "b");
        var first = await CancelAsync(store, patient, booked.Id);
        Assert.Equal(first, await CancelAsync(store, patient, booked.Id));
        Assert.Equal(new VisitResult.Refused(VisitRefusal.AlreadyCancelled), await CancelAsync(store, patient, booked.Id, "2"));
        Assert.Equal(new VisitResult.Refused(VisitRefusal.KeyReused), await CancelAsync(store, patient, AppointmentId.New()));
        Assert.Equal(2, _folder.Peek<long>("SELECT count(*) FROM outbox"));
        Assert.Equal(0, _folder.Peek<long>("SELECT count(*) FROM occupancy"));
    }

    [Fact]
    public async Task CancelAsync_WhenTheVisitIsTooNear_IsTooLate()
    {
        await using var store = _folder.Open();
        var booked = await BookFirstAsync(store.OpenBook(Profile));
        _folder.Time.Advance(booked.Visit.Start - Profile.ChangeLeadTime - _folder.Time.GetUtcNow() + TimeSpan.FromMilliseconds(1));
        var patient = await VerifiedAsync(store, "b");
        Assert.Equal(new VisitResult.Refused(VisitRefusal.TooLate), await CancelAsync(store, patient, booked.Id));
        Assert.Single(await AllAsync(store.OpenBook(Profile)));
    }

    [Fact]
    public async Task CancelAsync_WhenTheVisitIsAnothers_IsAsUnknownAsNone()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        await BookFirstAsync(book);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");
        var others = Assert.IsType<BookingResult.Booked>(await BookAsync(book, hold.Id, "b", Pat with { Name = "Somebody Else" })).Appointment;
        var patient = await VerifiedAsync(store, "c");
        var entries = (await store.Audit.ListAsync(0, 100, CancellationToken.None)).Count;
        Assert.Equal(new VisitResult.Refused(VisitRefusal.Unknown), await CancelAsync(store, patient, others.Id, "1"));
        Assert.Equal(new VisitResult.Refused(VisitRefusal.Unknown), await CancelAsync(store, patient, AppointmentId.New(), "2"));
        Assert.Equal(entries, (await store.Audit.ListAsync(0, 100, CancellationToken.None)).Count);
        Assert.Equal(2, (await AllAsync(book)).Count);
    }

    [Fact]
    public async Task CancelAsync_WhenTheCallHasEnded_IsNotVerified()
    {
        await using var store = _folder.Open();
        var booked = await BookFirstAsync(store.OpenBook(Profile));
        var patient = await VerifiedAsync(store, "b");
        await store.OpenIdentityDesk(Profile).EndAsync(Caller("b"), CancellationToken.None);
        Assert.Equal(new VisitResult.Refused(VisitRefusal.NotVerified), await CancelAsync(store, patient, booked.Id));
        Assert.Single(await AllAsync(store.OpenBook(Profile)));
    }
}
