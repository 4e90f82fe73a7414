using Appliance.Calls.Records;
using Appliance.Clinic;
using Appliance.Store;
using Appliance.Store.Recordings;
using Microsoft.Extensions.Logging;

namespace Appliance.Host.Records;

/// <summary>Keeps calls in the store; the call itself is the actor in the audit trail.</summary>
public sealed class StoreCallArchive(ApplianceStore store, ILogger<StoreCallArchive> logger) : ICallArchive
{
    private static readonly RecordingFormat s_format = new(SampleRate: 16_000, Channels: 2);

    /// <inheritdoc/>
    public Task<ICallRecording> BeginRecordingAsync(CallIdentity call, CancellationToken cancellationToken) => AsIoAsync<ICallRecording>(async () =>
        new StoreRecording(call.CallId, await store.Recordings.OpenWriterAsync(call.CallId, s_format, Actor.Call(call.CallId), cancellationToken), logger));

    /// <inheritdoc/>
    public Task SaveAsync(CallRecord call, CancellationToken cancellationToken) => AsIoAsync(async () =>
    {
        await store.Calls.SaveAsync(StoredCall.Of(call), Actor.Call(call.Identity.CallId), cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public Task EraseAsync(CallIdentity call, CancellationToken cancellationToken) =>
        AsIoAsync(() => store.Calls.EraseAsync(call.CallId, Actor.Call(call.CallId), cancellationToken));

    internal static async Task<T> AsIoAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (StoreException lost)
        {
            throw new IOException(lost.Message, lost);
        }
    }
}
