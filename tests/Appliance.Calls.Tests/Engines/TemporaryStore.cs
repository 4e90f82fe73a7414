using Appliance.Calls.Tools;
using Appliance.Clinic.Profiles;
using Appliance.Store;
using Appliance.Store.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace Appliance.Calls.Tests.Engines;

/// <summary>A real store in a folder of its own.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("appliance-calls-").FullName;

    public TemporaryStore(TimeProvider time)
    {
        var key = Path.Combine(_folder, "key");
        KeyFile.Create(key);
        Store = ApplianceStore.Open(new StoreOptions { DataDirectory = Path.Combine(_folder, "data"), KeyFile = key }, time, NullLoggerFactory.Instance);
    }

    public ApplianceStore Store { get; }

    /// <summary>What the tools of a call reach, for the demonstration clinic.</summary>
    public ClinicPorts Ports()
    {
        var clinic = ClinicProfile.Demo();
        return new ClinicPorts(Store.OpenBook(clinic), Store.OpenIdentityDesk(clinic), Store.OpenVisitDesk(clinic), Store.Callbacks);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
