using SQLitePCL;

namespace Appliance.Store.Database;

/// <summary>Looks at the database engine without opening a database.</summary>
public static class SqliteProbe
{
    /// <summary>Version of the engine, for example 3.46.1.</summary>
    /// <exception cref="StoreException">MissingLibrary.</exception>
    public static string Version()
    {
        SqliteEngine.EnsureLoaded();
        return raw.sqlite3_libversion().utf8_to_string();
    }
}
