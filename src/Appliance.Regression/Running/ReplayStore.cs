using Appliance.Store;
using Appliance.Store.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Regression.Running;

/// <summary>A real, sealed store in a folder of its own that goes with it.</summary>
internal sealed class ReplayStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("appliance-replay-").FullName;

    public ReplayStore(TimeProvider time)
    {
        var key = Path.Combine(_folder, "key");
        KeyFile.Create(key);
        Store = ApplianceStore.Open(new StoreOptions { DataDirectory = Path.Combine(_folder, "data"), KeyFile = key }, time, NullLoggerFactory.Instance);
    }

    public ApplianceStore Store { get; }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
