using Appliance.Clinic;
using Appliance.Store.Audit;
using Appliance.Store.Calls;
using Appliance.Store.Recordings;
using static Appliance.Store.Tests.StoreFolder;

namespace Appliance.Store.Tests.Calls;

public sealed class CallRecordTests : IDisposable
{
    internal static readonly CallRecord Any = new()
    {
        Id = "call-1",
        StartedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        EndedAt = new DateTimeOffset(2026, 11, 23, 9, 2, 0, TimeSpan.Zero),
        Outcome = "booked",
        CallerNumber = "5550104477",
        AppointmentId = "apt-1",
        Turns =
        [
            new CallTurn(TurnRole.Agent, TimeSpan.Zero, TimeSpan.FromSeconds(3), "How may I help?"),
            new CallTurn(TurnRole.Caller, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6), "A checkup, please.", "complete", 0.93),
        ],
        Latencies = [new StageLatency(1, "stt", TimeSpan.FromMilliseconds(38))],
    };

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SaveAsync_WhenLoadedAgain_IsTheSame()
    {
        await using var store = _folder.Open();
        await store.Calls.SaveAsync(Any, Caller("1"), CancellationToken.None);
        await store.Calls.SaveAsync(Any with { Outcome = "callback" }, Caller("1"), CancellationToken.None);
        var loaded = await store.Calls.LoadAsync(Any.Id, Caller("1"), CancellationToken.None);
        Assert.Equivalent(Any with { Outcome = "callback" }, loaded, strict: true);
        Assert.Null(await store.Calls.LoadAsync("call-2", Caller("1"), CancellationToken.None));
    }

    [Fact]
    public async Task ListAsync_WhenAskedForATime_GivesCallsOfItNewestFirst()
    {
        await using var store = _folder.Open();
        foreach (var minute in Enumerable.Range(0, 5))
        {
            await store.Calls.SaveAsync(
                Any with { Id = "call-" + minute, StartedAt = Any.StartedAt.AddMinutes(minute) }, Caller("1"), CancellationToken.None);
        }

        var calls = await store.Calls.ListAsync(Any.StartedAt.AddMinutes(1), Any.StartedAt.AddMinutes(4), 2, Caller("1"), CancellationToken.None);
        Assert.Equal(["call-3", "call-2"], calls.Select(call => call.Id));
        Assert.Equal("booked", calls[0].Outcome);
    }

    [Fact]
    public async Task EraseAsync_WhenDone_NobodyReadsTranscriptOrRecordingAgain()
    {
        await using var store = _folder.Open();
        await store.Calls.SaveAsync(Any, Caller("1"), CancellationToken.None);
        await using (var writer = await store.Recordings.OpenWriterAsync(Any.Id, new RecordingFormat(8_000, 1), Caller("1"), CancellationToken.None))
        {
            writer.Append(new byte[1000]);
            await writer.CompleteAsync();
        }

        var sealedFile = Directory.GetFiles(_folder.Options.RecordingsDirectory).Single();
        var copy = await File.ReadAllBytesAsync(sealedFile, TestContext.Current.CancellationToken);
        var wrapped = _folder.Peek<byte[]>("SELECT wrapped FROM call_keys");

        Assert.True(await store.Calls.EraseAsync(Any.Id, Actor.User("ann"), CancellationToken.None));
        Assert.False(await store.Calls.EraseAsync(Any.Id, Actor.User("ann"), CancellationToken.None));
        Assert.False(store.Recordings.Exists(Any.Id));
        Assert.True(Assert.Single(await store.Calls.ListAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 9, Caller("1"), CancellationToken.None)).IsErased);

        // A sealed copy that came back from a backup is worth nothing: its key is in no byte of the database or its log.
        await File.WriteAllBytesAsync(sealedFile, copy, TestContext.Current.CancellationToken);
        await AssertErasedAsync(() => store.Recordings.OpenReadAsync(Any.Id, Caller("1"), CancellationToken.None));
        await AssertErasedAsync(() => store.Calls.LoadAsync(Any.Id, Caller("1"), CancellationToken.None));
        await AssertErasedAsync(() => store.Calls.SaveAsync(Any, Caller("1"), CancellationToken.None));
        foreach (var file in Directory.GetFiles(_folder.Options.DataDirectory, "appliance.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(wrapped.AsSpan(1, 12)));
        }

        Assert.Contains(await store.Audit.ListAsync(0, 99, CancellationToken.None), e => e is { Action: nameof(AuditAction.CallErased), Subject: "call-1" });
    }

    [Fact]
    public async Task SaveAsync_WhenOutcomeIsFreeText_IsRefused()
    {
        await using var store = _folder.Open();
        await Assert.ThrowsAsync<ArgumentException>(() => store.Calls.SaveAsync(Any with { Outcome = "Mrs. Smith hung up" }, Caller("1"), CancellationToken.None));
    }

    private static async Task AssertErasedAsync(Func<Task> use) =>
        Assert.Equal(StoreErrorReason.CallErased, (await Assert.ThrowsAsync<StoreException>(use)).Reason);
}
