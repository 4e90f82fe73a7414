using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Callbacks;
using Appliance.Clinic.Holds;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Appointments;

public sealed class IdempotencyTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BookAsync_WhenAskedAgainAfterReopening_GivesTheSameAppointment()
    {
        var (hold, first) = await _folder.WithStoreAsync(async store =>
        {
            var book = store.OpenBook(Profile);
            var placed = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
            return (placed, Assert.IsType<BookingResult.Booked>(await BookAsync(book, placed.Id, "a")).Appointment);
        });
        _folder.Time.Advance(TimeSpan.FromHours(1));
        var again = await _folder.WithStoreAsync(store => BookAsync(store.OpenBook(Profile), hold.Id, "a"));
        Assert.Equal(first, Assert.IsType<BookingResult.Booked>(again).Appointment);
        Assert.Equal(1, _folder.Peek<long>("SELECT count(*) FROM appointments"));
        Assert.Equal(1, _folder.Peek<long>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    public async Task BookAsync_WhenKeyComesWithAnotherPatient_IsRefused()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        await BookAsync(book, hold.Id, "a");
        var other = await BookAsync(book, hold.Id, "a", Pat with { Name = "Somebody Else" });
        Assert.Equal(BookingRefusal.KeyReused, Assert.IsType<BookingResult.Refused>(other).Reason);
    }

    [Fact]
    public async Task HoldAsync_WhenAskedAgain_GivesTheSameHold()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var opening = (await FirstOpeningAsync(book)).Id;
        var first = await HoldAsync(book, opening, "a");
        Assert.Equal(first, await HoldAsync(book, opening, "a"));
        var other = (await FirstOpeningAsync(book)).Id;
        var reused = await book.HoldAsync(other, new IdempotencyKey("a:hold"), Caller("a"), CancellationToken.None);
        Assert.Equal(HoldRefusal.KeyReused, Assert.IsType<HoldResult.Refused>(reused).Reason);
    }

    [Fact]
    public async Task AddAsync_WhenCallbackIsAddedTwice_KeepsOneTask()
    {
        await using var store = _folder.Open();
        var request = new CallbackRequest("Pat", "5550104477", "billing", "Wants to know what the visit costs.");
        var first = await store.Callbacks.AddAsync(request, new IdempotencyKey("k"), Caller("a"), CancellationToken.None);
        var again = await store.Callbacks.AddAsync(request, new IdempotencyKey("k"), Caller("a"), CancellationToken.None);
        Assert.Equal(first, again);
        Assert.Equal(first, Assert.Single(await store.Callbacks.ListAsync(CallbackStatus.Open, Caller("a"), CancellationToken.None)));
        Assert.True(await store.Callbacks.CompleteAsync(first.Id, Actor.User("ann"), CancellationToken.None));
        Assert.False(await store.Callbacks.CompleteAsync(first.Id, Actor.User("ann"), CancellationToken.None));
        Assert.Empty(await store.Callbacks.ListAsync(CallbackStatus.Open, Caller("a"), CancellationToken.None));
        Assert.Single(await store.Callbacks.ListAsync(null, Caller("a"), CancellationToken.None));
    }
}
