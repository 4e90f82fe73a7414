using Appliance.Cli.Running;
using Appliance.Store;
using Appliance.Store.Calls;

namespace Appliance.Cli.Reading;

/// <summary>The newest calls of a store.</summary>
internal static class LastCalls
{
    public static Task<IReadOnlyList<CallSummary>> LastCallsAsync(this ApplianceStore store, int limit, CancellationToken cancellationToken) =>
        store.Calls.ListAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, limit, CommandRun.Actor, cancellationToken);
}
