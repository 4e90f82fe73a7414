using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Store.Database;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Faults;

/// <summary>SIGKILL at each named point: what was being booked is whole or absent, and the trail is sound.</summary>
public sealed class KillTests : IDisposable
{
    private const int KilledExitCode = 128 + 9;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(StorePoint.BookingBegun), 0)]
    [InlineData(nameof(StorePoint.PatientWritten), 0)]
    [InlineData(nameof(StorePoint.AppointmentWritten), 0)]
    [InlineData(nameof(StorePoint.OutboxWritten), 0)]
    [InlineData(nameof(StorePoint.AuditWritten), 0)]
    [InlineData(nameof(StorePoint.BeforeCommit), 0)]
    [InlineData(nameof(StorePoint.AfterCommit), 1)]
    [InlineData(nameof(StorePoint.AfterCheckpoint), 1)]
    public async Task BookAsync_WhenKilledAtPoint_LeavesTheAppointmentWholeOrAbsent(string point, int expected)
    {
        var (code, output) = await ChildProcess.EndAsync(ChildProcess.Start("*." + nameof(KilledChild.Child_WhenBooking_IsKilledAtThePoint), _folder.Root, point));
        Assert.True(code == KilledExitCode, output);
        var holdId = new HoldId(await File.ReadAllTextAsync(Path.Combine(_folder.Root, "hold"), TestContext.Current.CancellationToken));

        await using var store = _folder.Open();
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);
        var book = store.OpenBook(Profile);
        var found = await AllAsync(book);
        Assert.Equal(expected, found.Count);
        Assert.All(found, appointment => Assert.Equal(Pat, appointment.Patient.Details));
        Assert.Equal(expected, _folder.Peek<long>("SELECT count(*) FROM outbox"));
        Assert.Equal(expected, _folder.Peek<long>("SELECT count(*) FROM patients"));

        // The caller's retry with the same key ends in exactly one appointment.
        var retried = Assert.IsType<BookingResult.Booked>(await BookAsync(book, holdId, "a")).Appointment;
        Assert.Equal(retried, Assert.Single(await AllAsync(book)));
        Assert.All(found, appointment => Assert.Equal(retried, appointment));
        Assert.True((await store.Audit.VerifyAsync(CancellationToken.None)).IsSound);
    }

    [Fact]
    public async Task Recording_WhenKilledInTheMiddle_KeepsAReadablePrefix()
    {
        var (code, output) = await ChildProcess.EndAsync(ChildProcess.Start("*." + nameof(KilledChild.Child_WhenRecording_IsKilledAfterSomeChunks), _folder.Root, "record"));
        Assert.True(code == KilledExitCode, output);
        await using var store = _folder.Open();
        await using var reader = await store.Recordings.OpenReadAsync("call-1", Caller("a"), CancellationToken.None);
        Assert.False(reader.IsComplete);
        using var pcm = new MemoryStream();
        await reader.CopyPcmToAsync(pcm, CancellationToken.None);
        Assert.Equal(3 * 32 * 1024, pcm.Length);
        Assert.Equal(KilledChild.Pcm()[..(int)pcm.Length], pcm.ToArray());
    }
}
