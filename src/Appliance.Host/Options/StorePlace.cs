namespace Appliance.Host.Options;

/// <summary>Whether there is a store to read, so that looking does not make one.</summary>
public static class StorePlace
{
    /// <summary>True once a start has made the database.</summary>
    public static bool HasStore(ApplianceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return File.Exists(Path.Combine(options.DataDirectory, "appliance.db"));
    }
}
