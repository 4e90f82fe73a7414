using System.Diagnostics;
using Appliance.Clinic.Appointments;
using Appliance.Store.Database;
using Appliance.Store.Recordings;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Faults;

/// <summary>When the disk is full the action fails with its reason, what was stored stays, and work goes on once there is room.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task BookAsync_WhenDatabaseMayNotGrow_IsDiskFullAndLosesNothing()
    {
        _folder.Options = _folder.Options with { MaxPages = 64 };
        var booked = await BookUntilFullAsync();
        _folder.Options = _folder.Options with { MaxPages = null };
        await AssertAllThereAsync(booked);
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile), "later"));
        await AssertAllThereAsync(booked + 1);
    }

    [Fact]
    public async Task BookAsync_WhenTheFileSystemIsFull_IsDiskFullAndLosesNothing()
    {
        using var disk = SmallDisk.TryMount(_folder.Options.DataDirectory);
        Assert.SkipWhen(disk is null, "A small file system can be mounted by root only.");
        var booked = await BookUntilFullAsync();
        disk.Grow();
        await AssertAllThereAsync(booked);
        await _folder.WithStoreAsync(store => BookFirstAsync(store.OpenBook(Profile), "later"));
        await AssertAllThereAsync(booked + 1);
    }

    [Fact]
    public async Task CompleteAsync_WhenTheFileSystemIsFull_IsDiskFullAndKeepsThePrefix()
    {
        using var disk = SmallDisk.TryMount(_folder.Options.DataDirectory);
        Assert.SkipWhen(disk is null, "A small file system can be mounted by root only.");
        await using var store = _folder.Open();
        await using (var writer = await store.Recordings.OpenWriterAsync("call-1", new RecordingFormat(16_000, 2), Caller("a"), CancellationToken.None))
        {
            for (var i = 0; i < 30; i++)
            {
                writer.Append(new byte[32 * 1024]);
            }

            Assert.Equal(StoreErrorReason.DiskFull, (await Assert.ThrowsAsync<StoreException>(writer.CompleteAsync)).Reason);
        }

        disk.Grow();
        await using var reader = await store.Recordings.OpenReadAsync("call-1", Caller("a"), CancellationToken.None);
        Assert.False(reader.IsComplete);
        Assert.InRange(reader.PcmBytes, 32 * 1024, 30 * 32 * 1024);
        await reader.CopyPcmToAsync(Stream.Null, CancellationToken.None);
    }

    [Fact]
    public async Task BookAsync_WhenTheDiskFailsBeforeCommit_ChangesNothing()
    {
        var armed = true;
        await using var store = _folder.Open(point =>
        {
            if (armed && point == StorePoint.BeforeCommit && _folder.Peek<long>("SELECT count(*) FROM holds") == 1)
            {
                throw new IOException("injected");
            }
        });
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        await Assert.ThrowsAsync<IOException>(() => BookAsync(book, hold.Id, "a"));
        armed = false;
        Assert.Empty(await AllAsync(book));
        Assert.IsType<BookingResult.Booked>(await BookAsync(book, hold.Id, "a"));
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);
    }

    private async Task<int> BookUntilFullAsync()
    {
        await using var store = _folder.Open();
        var book = store.OpenBook(Profile);
        for (var booked = 0; booked < 3000; booked++)
        {
            try
            {
                var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "n" + booked);
                await book.BookAsync(
                    hold.Id, new BookingDetails(Pat, new string('x', 3000)), new("n" + booked), Caller("n" + booked), CancellationToken.None);
            }
            catch (StoreException e)
            {
                Assert.Equal(StoreErrorReason.DiskFull, e.Reason);
                Assert.InRange(booked, 3, 3000);
                return booked;
            }
        }

        throw new UnreachableException("The disk never filled.");
    }

    private async Task AssertAllThereAsync(int booked)
    {
        var all = await _folder.WithStoreAsync(store => AllAsync(store.OpenBook(Profile)));
        Assert.Equal(booked, all.Count);
        Assert.True((await _folder.WithStoreAsync(store => store.Audit.VerifyAsync(CancellationToken.None))).IsSound);
    }
}
