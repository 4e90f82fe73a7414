using Appliance.Clinic;
using Appliance.Dialog;
using Appliance.Host.Records;
using Appliance.Store;
using Appliance.Store.Calls;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Host.Tests.Records;

public sealed class StoreCallArchiveTests : IDisposable
{
    private static readonly Actor s_reader = Actor.System("test");

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SaveAsync_WhenACallIsOver_KeepsItWithItsRecordingAcrossARestart()
    {
        byte[] pcm = [.. Enumerable.Range(0, 64_000).Select(i => (byte)i)];
        await using (var store = _folder.OpenStore())
        {
            var archive = Archive(store);
            await using (var recording = await archive.BeginRecordingAsync(SampleCall.Identity, Cancellation))
            {
                recording.Append(pcm);
                await recording.CompleteAsync();
            }

            await archive.SaveAsync(SampleCall.Record, Cancellation);
        }

        await using var reopened = _folder.OpenStore();
        var call = await reopened.Calls.LoadAsync(SampleCall.Identity.CallId, s_reader, Cancellation);
        Assert.Equal(("booked", "5550104477", "apt-1"), (call!.Outcome, call.CallerNumber, call.AppointmentId));
        Assert.Equal(["How can I", "An appointment please", "Sure."], call.Turns.Select(turn => turn.Text));
        await using var reader = await reopened.Recordings.OpenReadAsync(SampleCall.Identity.CallId, s_reader, Cancellation);
        using var copy = new MemoryStream();
        await reader.CopyPcmToAsync(copy, Cancellation);
        Assert.True(reader.IsComplete);
        Assert.Equal((16_000, 2), (reader.Format.SampleRate, reader.Format.Channels));
        Assert.Equal(pcm, copy.ToArray());
    }

    [Fact]
    public async Task SaveAsync_WhenAudited_NamesTheCallAsTheActor()
    {
        await using var store = _folder.OpenStore();
        await Archive(store).SaveAsync(SampleCall.Record, Cancellation);
        var entry = Assert.Single(await store.Audit.ListAsync(0, 10, Cancellation));
        Assert.Equal(("call/call-sample", "CallWritten", "call-sample"), (entry.Actor, entry.Action, entry.Subject));
    }

    [Fact]
    public async Task EraseAsync_WhenTheCallerRefusesDuringTheCall_LeavesNoSoundButStillTakesTheRecord()
    {
        await using var store = _folder.OpenStore();
        var archive = Archive(store);
        await using (var recording = await archive.BeginRecordingAsync(SampleCall.Identity, Cancellation))
        {
            recording.Append(new byte[100_000]);
            await archive.EraseAsync(SampleCall.Identity, Cancellation);
            recording.Append(new byte[100_000]);
        }

        await archive.SaveAsync(SampleCall.Record with { Transcript = [], Outcome = CallOutcome.Transferred }, Cancellation);

        Assert.False(store.Recordings.Exists(SampleCall.Identity.CallId));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder.Options.DataDirectory, "recordings")));
        var call = await store.Calls.LoadAsync(SampleCall.Identity.CallId, s_reader, Cancellation);
        Assert.Empty(call!.Turns);
        Assert.Equal("transferred", call.Outcome);
        Assert.True((await store.Audit.VerifyAsync(Cancellation)).IsSound);
    }

    [Fact]
    public async Task EraseAsync_WhenTheCallIsStored_MakesItUnreadableForGood()
    {
        await using var store = _folder.OpenStore();
        var archive = Archive(store);
        await archive.SaveAsync(SampleCall.Record, Cancellation);
        await archive.EraseAsync(SampleCall.Identity, Cancellation);
        var error = await Assert.ThrowsAsync<StoreException>(() => store.Calls.LoadAsync(SampleCall.Identity.CallId, s_reader, Cancellation));
        Assert.Equal(StoreErrorReason.CallErased, error.Reason);
        var refused = await Assert.ThrowsAsync<IOException>(() => archive.SaveAsync(SampleCall.Record, Cancellation));
        Assert.IsType<StoreException>(refused.InnerException);
    }

    [Fact]
    public async Task BeginRecordingAsync_WhenTheStoreRefuses_ThrowsWhatTheContractSays()
    {
        await using var store = _folder.OpenStore();
        var archive = Archive(store);
        await using var first = await archive.BeginRecordingAsync(SampleCall.Identity, Cancellation);
        var error = await Assert.ThrowsAsync<IOException>(() => archive.BeginRecordingAsync(SampleCall.Identity, Cancellation));
        Assert.Equal(StoreErrorReason.AlreadyExists, Assert.IsType<StoreException>(error.InnerException).Reason);
    }

    [Fact]
    public async Task DisposeAsync_WithoutCompleting_LeavesTheRecordingReadableAsCutOff()
    {
        await using var store = _folder.OpenStore();
        await using (var recording = await Archive(store).BeginRecordingAsync(SampleCall.Identity, Cancellation))
        {
            recording.Append(new byte[40_000]);
        }

        await using var reader = await store.Recordings.OpenReadAsync(SampleCall.Identity.CallId, s_reader, Cancellation);
        Assert.False(reader.IsComplete);
        Assert.True(reader.PcmBytes > 0);
    }

    private static StoreCallArchive Archive(ApplianceStore store) => new(store, NullLogger<StoreCallArchive>.Instance);
}
