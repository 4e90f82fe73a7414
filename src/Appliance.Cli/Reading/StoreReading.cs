using Appliance.Cli.Running;
using Appliance.Host.Failures;
using Appliance.Host.Options;
using Appliance.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Cli.Reading;

/// <summary>Opens the store of the settings for one command. Whatever is read there is audited.</summary>
internal static class StoreReading
{
    /// <exception cref="ApplianceException">There is no store yet: looking must not make one.</exception>
    public static async Task<int> WithStoreAsync(this CommandRun run, Func<ApplianceStore, ApplianceOptions, Task<int>> read)
    {
        var options = run.Settings();
        if (!StorePlace.HasStore(options))
        {
            throw new ApplianceException(
                ApplianceErrorReason.StoreUnavailable,
                $"Nothing is stored in {options.DataDirectory} yet. Start the appliance once, or give another data directory with --data DIR.");
        }

        await using var store = ApplianceStore.Open(options.Store, run.Time, NullLoggerFactory.Instance);
        return await read(store, options);
    }
}
