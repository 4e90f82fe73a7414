using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Openings;
using Appliance.Store.Audit;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Appointments;

public sealed class BookingTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BookAsync_WhenHoldIsLive_IsThereAfterReopening()
    {
        var booked = await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        var read = Assert.Single(await _folder.WithStoreAsync(store => AllAsync(store.OpenBook(Profile))));
        Assert.Equal(booked, read);
        Assert.Equal(Pat, read.Patient.Details);
        Assert.Equal(new DateTime(2026, 11, 24, 8, 0, 0), read.LocalStart);
        Assert.Equal(1, _folder.Peek<long>("SELECT count(*) FROM outbox WHERE kind = 'appointment.booked'"));
    }

    [Fact]
    public async Task HoldAsync_WhenOpeningIsHeld_IsTakenAndNoLongerOffered()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var opening = await FirstOpeningAsync(book, "chen");
        await HoldAsync(book, opening.Id, "a");
        var second = await book.HoldAsync(opening.Id, new IdempotencyKey("b:hold"), Caller("b"), CancellationToken.None);
        Assert.Equal(HoldRefusal.Taken, Assert.IsType<HoldResult.Refused>(second).Reason);
        Assert.NotEqual(opening.Id, (await FirstOpeningAsync(book, "chen")).Id);
    }

    [Fact]
    public async Task HoldAsync_WhenLongerVisitOverlapsAHold_IsTaken()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var opening = await FirstOpeningAsync(book, "chen");
        await HoldAsync(book, OpeningId.Of("chen", "checkup", opening.Visit.Start.AddMinutes(30)), "a");
        var overlapping = await book.HoldAsync(
            OpeningId.Of("chen", "physical", opening.Visit.Start), new IdempotencyKey("b:hold"), Caller("b"), CancellationToken.None);
        Assert.Equal(HoldRefusal.Taken, Assert.IsType<HoldResult.Refused>(overlapping).Reason);
        await HoldAsync(book, OpeningId.Of("chen", "checkup", opening.Visit.Start), "c");
    }

    [Fact]
    public async Task BookAsync_WhenHoldExpired_IsRefusedAndTheOpeningIsFree()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var opening = await FirstOpeningAsync(book);
        var hold = await HoldAsync(book, opening.Id, "a");
        _folder.Time.Advance(Profile.HoldLifetime);
        Assert.Equal(BookingRefusal.HoldExpired, Assert.IsType<BookingResult.Refused>(await BookAsync(book, hold.Id, "a")).Reason);
        Assert.Equal(opening.Id, (await FirstOpeningAsync(book)).Id);
        await HoldAsync(book, opening.Id, "b");
        Assert.Equal(BookingRefusal.HoldExpired, Assert.IsType<BookingResult.Refused>(await BookAsync(book, hold.Id, "a")).Reason);
        Assert.Empty(await AllAsync(book));
    }

    [Fact]
    public async Task BookAsync_WhenHoldIsAMillisecondFromExpiry_Books()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        _folder.Time.Advance(Profile.HoldLifetime - TimeSpan.FromMilliseconds(1));
        Assert.IsType<BookingResult.Booked>(await BookAsync(book, hold.Id, "a"));
    }

    [Fact]
    public async Task BookAsync_WhenHoldIsAnothers_IsUnknown()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        Assert.Equal(BookingRefusal.HoldUnknown, Assert.IsType<BookingResult.Refused>(await BookAsync(book, hold.Id, "b")).Reason);
        Assert.False(await book.ReleaseHoldAsync(hold.Id, Caller("b"), CancellationToken.None));
    }

    [Fact]
    public async Task ReleaseHoldAsync_WhenLive_FreesTheOpeningAndTheHoldNeverBooks()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var opening = await FirstOpeningAsync(book);
        var hold = await HoldAsync(book, opening.Id, "a");
        Assert.True(await book.ReleaseHoldAsync(hold.Id, Caller("a"), CancellationToken.None));
        Assert.False(await book.ReleaseHoldAsync(hold.Id, Caller("a"), CancellationToken.None));
        Assert.Equal(BookingRefusal.HoldUnknown, Assert.IsType<BookingResult.Refused>(await BookAsync(book, hold.Id, "a")).Reason);
        await HoldAsync(book, opening.Id, "b");
    }

    [Fact]
    public async Task BookAsync_WhenPatientIsKnown_KeepsOneRecord()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var first = await BookFirstAsync(book, "a");
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");
        var rewritten = Pat with { Name = " patricia  example canary", Phone = "+1 555-010-4477" };
        var second = Assert.IsType<BookingResult.Booked>(await BookAsync(book, hold.Id, "b", rewritten)).Appointment;
        Assert.Equal(first.Patient.Id, second.Patient.Id);
        hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "c");
        var other = Assert.IsType<BookingResult.Booked>(await BookAsync(book, hold.Id, "c", Pat with { Phone = "5550104478" })).Appointment;
        Assert.NotEqual(first.Patient.Id, other.Patient.Id);
    }

    [Fact]
    public async Task BookAsync_WhenPatientIsIncomplete_KeepsTheHold()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        var refused = Assert.IsType<BookingResult.Refused>(await BookAsync(book, hold.Id, "a", Pat with { Phone = "12" }));
        Assert.Equal(BookingRefusal.PatientIncomplete, refused.Reason);
        Assert.IsType<BookingResult.Booked>(await BookAsync(book, hold.Id, "a"));
    }

    [Fact]
    public async Task ListAppointmentsAsync_WhenRead_LeavesAnEntryForAppointmentAndPatient()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var booked = await BookFirstAsync(book);
        Assert.Single(await AllAsync(book));
        var trail = await store.Audit.ListAsync(0, 100, CancellationToken.None);
        Assert.Contains(trail, e => e is { Action: nameof(AuditAction.AppointmentRead), Actor: "system/test" } && e.Subject == booked.Id.Value);
        Assert.Contains(trail, e => e is { Action: nameof(AuditAction.PatientRead), Actor: "system/test" } && e.Subject == booked.Patient.Id.Value);
        Assert.Contains(trail, e => e is { Action: nameof(AuditAction.AppointmentBooked), Actor: "call/call-a" });
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);
    }
}
