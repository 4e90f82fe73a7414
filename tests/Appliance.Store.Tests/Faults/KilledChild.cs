using System.Diagnostics;
using Appliance.Store.Database;
using Appliance.Store.Recordings;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Faults;

/// <summary>What <see cref="KillTests"/> runs in processes of their own; explicit, so that nothing else runs it.</summary>
public sealed class KilledChild
{
    private const int RecordedSeconds = 4;

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

    [Fact(Explicit = true)]
    public async Task Child_WhenChangingAVisit_IsKilledAtThePoint()
    {
        var folder = new StoreFolder(ChildProcess.Root);
        var (change, fatal) = (ChildProcess.Task.Split(' ')[0], ChildProcess.Task.Split(' ')[1]);
        var armed = false;
        await using var store = folder.Open(point => KillIf(Volatile.Read(ref armed) && string.Equals(point.ToString(), fatal, StringComparison.Ordinal)));
        var (booked, hold, patient) = await VisitFaultTests.PrepareAsync(store);
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "names"), $"{booked.Id} {hold} {patient.Id}", TestContext.Current.CancellationToken);
        Volatile.Write(ref armed, true);
        await VisitFaultTests.ChangeAsync(store, change, patient, booked.Id, hold);
        Assert.Fail("Must have been killed.");
    }

    [Fact(Explicit = true)]
    public async Task Child_WhenRecording_IsKilledAfterSomeChunks()
    {
        var chunks = 0;
        await using var store = new StoreFolder(ChildProcess.Root).Open(point => KillIf(point == StorePoint.RecordingChunkWritten && ++chunks == 3));
        await using var writer = await store.Recordings.OpenWriterAsync("call-1", new RecordingFormat(16_000, 2), Caller("a"), CancellationToken.None);
        writer.Append(Pcm());
        await writer.CompleteAsync();
        Assert.Fail("Must have been killed.");
    }

    internal static byte[] Pcm() => [.. Enumerable.Range(0, RecordedSeconds * 64_000).Select(i => (byte)(i * 7 / 3))];

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
