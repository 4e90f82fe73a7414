using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Openings;
using Appliance.Clinic.Visits;
using Appliance.Store.Audit;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Visits;

public sealed class MoveTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task MoveAsync_WhenHeld_ExchangesTheTimesUnderOneId()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var old = await FirstOpeningAsync(book);
        var booked = await BookFirstAsync(book);
        var patient = await VerifiedAsync(store, "b");
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");

        var to = new VisitTime(hold.Opening.DoctorId, hold.Opening.VisitTypeId, hold.Opening.LocalStart, hold.Opening.Visit);
        Assert.Equal(new VisitResult.Changed(new Visit(booked.Id, to)), await MoveAsync(store, patient, booked.Id, hold.Id));
        Assert.Equal(booked.At(to), Assert.Single(await AllAsync(book)));
        Assert.Equal(old.Id, (await FirstOpeningAsync(book)).Id);
        Assert.Equal(1, _folder.Peek<long>("SELECT count(*) FROM occupancy"));
        Assert.Equal(1, _folder.Peek<long>("SELECT count(*) FROM outbox WHERE kind = 'appointment.moved'"));
        var trail = await store.Audit.ListAsync(0, 100, CancellationToken.None);
        Assert.Contains(trail, e => e is { Action: nameof(AuditAction.AppointmentMoved), Actor: "call/call-b" } && e.Subject == booked.Id.Value);
    }

    [Fact]
    public async Task MoveAsync_WhenMovedTwiceAndCancelled_KeepsTheWholeHistory()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var booked = await BookFirstAsync(book);
        var first = await MoveToFirstOpeningAsync(store, booked.Id, "b");
        _folder.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await MoveToFirstOpeningAsync(store, booked.Id, "c");
        await CancelAsync(store, await VerifiedAsync(store, "d"), booked.Id);

        var history = (await book.FindHistoryAsync(booked.Id, Actor.System("test"), CancellationToken.None))!;
        Assert.Equal(booked.Time, history.FirstTime);
        Assert.Equal([(booked.Time, first), (first, second), (second, null)], history.Changes.Select(change => (change.From, change.To)));
        Assert.Equal([Caller("b"), Caller("c"), Caller("d")], history.Changes.Select(change => change.By));
        Assert.Equal(Caller("a"), history.Appointment.BookedBy);
        Assert.Equal(2, _folder.Peek<long>("SELECT count(*) FROM outbox WHERE kind = 'appointment.moved'"));
        Assert.Null(await book.FindHistoryAsync(AppointmentId.New(), Actor.System("test"), CancellationToken.None));
    }

    [Fact]
    public async Task MoveAsync_WhenAskedAgain_HasOneEffectAndTheSameAnswer()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var booked = await BookFirstAsync(book);
        var patient = await VerifiedAsync(store, "b");
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");
        var first = await MoveAsync(store, patient, booked.Id, hold.Id);
        await MoveToFirstOpeningAsync(store, booked.Id, "c");
        await CancelAsync(store, patient, booked.Id);
        Assert.Equal(first, await MoveAsync(store, patient, booked.Id, hold.Id));
        Assert.Equal(new VisitResult.Refused(VisitRefusal.AlreadyCancelled), await MoveAsync(store, patient, booked.Id, hold.Id, "2"));
        Assert.Equal(4, _folder.Peek<long>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task MoveAsync_WhenTheHoldIsNoGood_LeavesTheVisitWhereItWas()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var booked = await BookFirstAsync(book);
        var opening = await FirstOpeningAsync(book);
        var patient = await VerifiedAsync(store, "b");
        Assert.Equal(VisitRefusal.HoldUnknown, await RefusalAsync((await HoldAsync(book, opening.Id, "c")).Id, "1"));
        var own = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");
        _folder.Time.Advance(Profile.HoldLifetime);
        Assert.Equal(VisitRefusal.HoldExpired, await RefusalAsync(own.Id, "2"));
        var other = await book.FindOpeningsAsync(
            new OpeningQuery { FirstDay = new(2026, 11, 24), LastDay = new(2026, 11, 24), VisitTypeId = "physical", Limit = 1 }, Caller("b"), CancellationToken.None);
        var physical = await book.HoldAsync(other[0].Id, new IdempotencyKey("b:physical"), Caller("b"), CancellationToken.None);
        Assert.Equal(VisitRefusal.OtherVisitType, await RefusalAsync(Assert.IsType<Appliance.Clinic.Holds.HoldResult.Placed>(physical).Hold.Id, "3"));
        Assert.Equal(booked, Assert.Single(await AllAsync(book)));

        async Task<VisitRefusal> RefusalAsync(Appliance.Clinic.Holds.HoldId hold, string key) =>
            Assert.IsType<VisitResult.Refused>(await MoveAsync(store, patient, booked.Id, hold, key)).Reason;
    }

    [Fact]
    public async Task MoveAsync_WhenTheOldTimeIsTooNear_IsTooLate()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var booked = await BookFirstAsync(book);
        _folder.Time.Advance(booked.Visit.Start - Profile.ChangeLeadTime - _folder.Time.GetUtcNow() + TimeSpan.FromMilliseconds(1));
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");
        Assert.Equal(new VisitResult.Refused(VisitRefusal.TooLate), await MoveAsync(store, await VerifiedAsync(store, "b"), booked.Id, hold.Id));
        Assert.Equal(booked, Assert.Single(await AllAsync(book)));
    }

    private static async Task<VisitTime> MoveToFirstOpeningAsync(ApplianceStore store, AppointmentId id, string caller)
    {
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, caller);
        return Assert.IsType<VisitResult.Changed>(await MoveAsync(store, await VerifiedAsync(store, caller), id, hold.Id)).Visit.Time;
    }
}
