using Appliance.Clinic;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Clinic.Identity;
using Appliance.Clinic.Visits;
using Appliance.Store.Database;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Faults;

/// <summary>Kills, full and failing disks while a visit is changed: it is where it was or where it was to go, never between.</summary>
public sealed class VisitFaultTests : IDisposable
{
    private const int KilledExitCode = 128 + 9;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("move", nameof(StorePoint.ChangeBegun), 0)]
    [InlineData("move", nameof(StorePoint.TimeChanged), 0)]
    [InlineData("move", nameof(StorePoint.AppointmentWritten), 0)]
    [InlineData("move", nameof(StorePoint.OutboxWritten), 0)]
    [InlineData("move", nameof(StorePoint.AuditWritten), 0)]
    [InlineData("move", nameof(StorePoint.BeforeCommit), 0)]
    [InlineData("move", nameof(StorePoint.AfterCommit), 1)]
    [InlineData("cancel", nameof(StorePoint.ChangeBegun), 0)]
    [InlineData("cancel", nameof(StorePoint.TimeChanged), 0)]
    [InlineData("cancel", nameof(StorePoint.OutboxWritten), 0)]
    [InlineData("cancel", nameof(StorePoint.AuditWritten), 0)]
    [InlineData("cancel", nameof(StorePoint.BeforeCommit), 0)]
    [InlineData("cancel", nameof(StorePoint.AfterCommit), 1)]
    public async Task Change_WhenKilledAtPoint_IsWholeOrAbsent(string change, string point, int expected)
    {
        const string method = "*." + nameof(KilledChild.Child_WhenChangingAVisit_IsKilledAtThePoint);
        var (code, output) = await ChildProcess.EndAsync(ChildProcess.Start(method, _folder.Root, change + " " + point));
        Assert.True(code == KilledExitCode, output);
        var names = (await File.ReadAllTextAsync(Path.Combine(_folder.Root, "names"), TestContext.Current.CancellationToken)).Split(' ');
        var (id, hold) = (new AppointmentId(names[0]), new HoldId(names[1]));

        await using var store = _folder.Open();
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);
        Assert.Equal(expected, (await HistoryAsync(store, id)).Changes.Count);
        Assert.Equal(1 + expected, _folder.Peek<long>("SELECT count(*) FROM outbox"));

        // The caller's retry with the same key ends in exactly one change.
        var patient = await store.OpenIdentityDesk(Profile).RecallAsync(new VerificationId(names[2]), Caller("b"), CancellationToken.None);
        Assert.IsType<VisitResult.Changed>(await ChangeAsync(store, change, patient!, id, hold));
        Assert.Single((await HistoryAsync(store, id)).Changes);
        Assert.Equal(2, _folder.Peek<long>("SELECT count(*) FROM outbox"));
        Assert.Equal(change == "move" ? 1 : 0, _folder.Peek<long>("SELECT count(*) FROM occupancy WHERE kind = 2"));
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);
    }

    [Theory]
    [InlineData("move")]
    [InlineData("cancel")]
    public async Task Change_WhenTheDiskFailsBeforeCommit_ChangesNothing(string change)
    {
        var armed = false;
        await using var store = _folder.Open(point =>
        {
            if (armed && point == StorePoint.BeforeCommit)
            {
                throw new IOException("injected");
            }
        });
        var (booked, hold, patient) = await PrepareAsync(store);
        armed = true;
        await Assert.ThrowsAsync<IOException>(() => ChangeAsync(store, change, patient, booked.Id, hold));
        armed = false;
        Assert.Equal(booked, Assert.Single(await AllAsync(store.OpenBook(Profile))));
        Assert.IsType<VisitResult.Changed>(await ChangeAsync(store, change, patient, booked.Id, hold));
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);
    }

    [Theory]
    [InlineData("move")]
    [InlineData("cancel")]
    public async Task Change_WhenTheDatabaseMayNotGrow_IsDiskFullAndLosesNothing(string change)
    {
        var (booked, hold, patient) = await _folder.WithStoreAsync(PrepareAsync);
        await FillAsync();
        await using (var full = _folder.Open())
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => FailAsync(full));
            Assert.Equal(StoreErrorReason.DiskFull, error.Reason);
        }

        _folder.Options = _folder.Options with { MaxPages = null };
        await using var store = _folder.Open();
        Assert.Contains(await AllAsync(store.OpenBook(Profile)), kept => kept == booked);
        Assert.IsType<VisitResult.Changed>(await ChangeAsync(store, change, patient, booked.Id, hold));
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);

        // Reading needs room too, for its audit entry; a reason of many pages makes the cancellation itself hit the wall.
        Task FailAsync(ApplianceStore full) => change == "move"
            ? MoveAsync(full, patient, booked.Id, hold)
            : full.OpenVisitDesk(Profile).CancelAsync(patient, booked.Id, new string('x', 40_000), new IdempotencyKey("big"), CancellationToken.None);
    }

    internal static Task<VisitResult> ChangeAsync(ApplianceStore store, string change, VerifiedPatient patient, AppointmentId id, HoldId hold) =>
        change == "move" ? MoveAsync(store, patient, id, hold) : CancelAsync(store, patient, id);

    /// <summary>An appointment, a hold on another opening, and the proof of its patient, both of call b.</summary>
    internal static async Task<(Appointment Booked, HoldId Hold, VerifiedPatient Patient)> PrepareAsync(ApplianceStore store)
    {
        var book = store.OpenBook(Profile);
        var booked = await BookFirstAsync(book);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");
        return (booked, hold.Id, await VerifiedAsync(store, "b"));
    }

    private static async Task<AppointmentHistory> HistoryAsync(ApplianceStore store, AppointmentId id) =>
        (await store.OpenBook(Profile).FindHistoryAsync(id, Actor.System("test"), CancellationToken.None))!;

    // To the last page: until not even an audit entry fits.
    private async Task FillAsync()
    {
        _folder.Options = _folder.Options with { MaxPages = 64 };
        await using var store = _folder.Open();
        for (var i = 0; i < 5000; i++)
        {
            try
            {
                await store.Audit.AppendAsync(Caller("b"), Appliance.Store.Audit.AuditAction.CallRead, new string('x', 80), CancellationToken.None);
            }
            catch (StoreException full)
            {
                Assert.Equal(StoreErrorReason.DiskFull, full.Reason);
                return;
            }
        }

        Assert.Fail("The disk never filled.");
    }
}
