using Appliance.Clinic.Appointments;
using Appliance.Store.Database;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Faults;

/// <summary>Disks that turn read-only, databases that others hold, checkpoints that cannot be written.</summary>
public sealed class LostDiskTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_WhenTheFileSystemIsReadOnly_SaysSoAndLosesNothing()
    {
        using var disk = SmallDisk.TryMount(_folder.Options.DataDirectory);
        Assert.SkipWhen(disk is null, "A small file system can be mounted by root only.");
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile)));
        disk.SetReadOnly(true);
        Assert.Equal(StoreErrorReason.ReadOnly, _folder.ReasonToRefuse());
        disk.SetReadOnly(false);
        Assert.Single(await _folder.WithStoreAsync(store => AllAsync(store.OpenBook(Profile))));
    }

    [Fact]
    public async Task BookAsync_WhenAnotherProcessHoldsTheDatabase_IsBusyAndCanBeTriedAgain()
    {
        _folder.Options = _folder.Options with { BusyTimeout = TimeSpan.FromMilliseconds(100) };
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        using (var other = SqliteConnections.Open(_folder.Options))
        {
            other.Execute("BEGIN IMMEDIATE");
            Assert.Equal(StoreErrorReason.Busy, (await Assert.ThrowsAsync<StoreException>(() => BookAsync(book, hold.Id, "a"))).Reason);
            Assert.NotNull(await FirstOpeningAsync(book));
        }

        Assert.IsType<BookingResult.Booked>(await BookAsync(book, hold.Id, "a"));
    }

    [Fact]
    public async Task BookAsync_WhenACheckpointCannotBeWritten_StillBooksAndCatchesUp()
    {
        var off = Path.Combine(_folder.Root, "off-box");
        _folder.Options = _folder.Options with { CheckpointFile = Path.Combine(off, "checkpoints"), CheckpointEvery = 1 };
        await using var store = _folder.Open();
        await BookFirstAsync(store.OpenBook(Profile));
        Assert.False(await store.Audit.CheckpointAsync(CancellationToken.None));
        Assert.Equal(0, (await store.Audit.VerifyAsync(CancellationToken.None)).Checkpoints);
        Directory.CreateDirectory(off);
        await BookFirstAsync(store.OpenBook(Profile), "b");
        var verification = await store.Audit.VerifyAsync(CancellationToken.None);
        Assert.True(verification.IsSound);
        Assert.InRange(verification.Checkpoints, 1, 2);
    }

    [Fact]
    public async Task HoldAsync_WhenHoldsAreOld_ForgetsThem()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        var opening = await FirstOpeningAsync(book);
        await HoldAsync(book, opening.Id, "a");
        _folder.Time.Advance(TimeSpan.FromDays(9));
        await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "b");
        Assert.Equal(1, _folder.Peek<long>("SELECT count(*) FROM holds"));
    }
}
