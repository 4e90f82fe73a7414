using Appliance.Inference.Interop;
using Appliance.Store;
using Appliance.Store.Database;

namespace Appliance.Host.Diagnosis.Checks;

/// <summary>Native libraries, each loaded and asked for its version, and the programs that only set-up and tests need.</summary>
internal static class LibraryCheck
{
    private const string Area = "libraries";

    public static IEnumerable<Finding> Run(NativeLibraryLocator libraries)
    {
        yield return Sqlite();
        foreach (var library in NativeLibraryProbe.Run(libraries))
        {
            yield return library switch
            {
                { Problem: null } => Finding.Ok(Area, $"{library.Name} {library.Version}, for {library.Stages}"),
                { Stages: "llm" } => Finding.Warn(Area, library.Problem!.Message, "Run scripts/setup.sh; without it a pack's language model is not used."),
                _ => Finding.Fail(Area, library.Problem!.Message, "Run scripts/setup.sh."),
            };
        }
    }

    private static Finding Sqlite()
    {
        try
        {
            return Finding.Ok(Area, $"libsqlite3.so.0 {SqliteProbe.Version()}, for the store");
        }
        catch (StoreException missing)
        {
            return Finding.Fail(Area, missing.Message, "Run scripts/setup.sh, or: apt-get install libsqlite3-0");
        }
    }
}
