using System.Diagnostics;
using Appliance.Clinic.Appointments;
using Appliance.Clinic.Holds;
using Appliance.Store.Database;
using Appliance.Store.Recordings;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Faults;

/// <summary>SIGKILL at each named point: what was being booked is whole or absent, and the trail is sound.</summary>
public sealed class KillTests : IDisposable
{
    private const int KilledExitCode = 128 + 9;
    private const int RecordedSeconds = 4;

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
        var (code, output) = await ChildProcess.EndAsync(ChildProcess.Start("*." + nameof(Child_WhenBooking_IsKilledAtThePoint), _folder.Root, point));
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

    [Fact(Explicit = true)]
    public async Task Child_WhenBooking_IsKilledAtThePoint()
    {
        var folder = new StoreFolder(ChildProcess.Root);
        folder.Options = folder.Options with { CheckpointEvery = 1 };
        var armed = false;
        await using var store = folder.Open(point => KillIf(Volatile.Read(ref armed) && string.Equals(point.ToString(), ChildProcess.Task, StringComparison.Ordinal)));
        var book = store.OpenBook(Profile);
        var hold = await HoldAsync(book, (await FirstOpeningAsync(book)).Id, "a");
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "hold"), hold.Id.Value, TestContext.Current.CancellationToken);
        Volatile.Write(ref armed, true);
        await BookAsync(book, hold.Id, "a");
        Assert.Fail("Must have been killed.");
    }

    [Fact]
    public async Task Recording_WhenKilledInTheMiddle_KeepsAReadablePrefix()
    {
        var (code, output) = await ChildProcess.EndAsync(ChildProcess.Start("*." + nameof(Child_WhenRecording_IsKilledAfterSomeChunks), _folder.Root, "record"));
        Assert.True(code == KilledExitCode, output);
        await using var store = _folder.Open();
        await using var reader = await store.Recordings.OpenReadAsync("call-1", Caller("a"), CancellationToken.None);
        Assert.False(reader.IsComplete);
        using var pcm = new MemoryStream();
        await reader.CopyPcmToAsync(pcm, CancellationToken.None);
        Assert.Equal(3 * 32 * 1024, pcm.Length);
        Assert.Equal(Pcm(RecordedSeconds)[..(int)pcm.Length], pcm.ToArray());
    }

    [Fact(Explicit = true)]
    public async Task Child_WhenRecording_IsKilledAfterSomeChunks()
    {
        var chunks = 0;
        await using var store = new StoreFolder(ChildProcess.Root).Open(point => KillIf(point == StorePoint.RecordingChunkWritten && ++chunks == 3));
        await using var writer = await store.Recordings.OpenWriterAsync("call-1", new RecordingFormat(16_000, 2), Caller("a"), CancellationToken.None);
        writer.Append(Pcm(RecordedSeconds));
        await writer.CompleteAsync();
        Assert.Fail("Must have been killed.");
    }

    private static byte[] Pcm(int seconds) => [.. Enumerable.Range(0, seconds * 64_000).Select(i => (byte)(i * 7 / 3))];

    private static void KillIf(bool condition)
    {
        if (condition)
        {
            Process.GetCurrentProcess().Kill();
            // Not one instruction of the store may run between the signal and the end.
            Thread.CurrentThread.Join();
        }
    }
}
