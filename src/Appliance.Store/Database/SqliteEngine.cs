using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Appliance.Store.Database;

/// <summary>
/// Binds Microsoft.Data.Sqlite to Debian's libsqlite3.so.0: the provider asks for "e_sqlite3", a bundled build that is not used here.
/// </summary>
internal static class SqliteEngine
{
    private const string LibraryName = "libsqlite3.so.0";

    // 3.37.0 brought STRICT tables.
    private const int LeastVersion = 3_037_000;

    private static readonly Lazy<nint> s_library = new(() =>
    {
        var library = Locate(LibraryName);
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return raw.sqlite3_libversion_number() >= LeastVersion
            ? library
            : throw Missing($"{LibraryName} is older than 3.37.");
    });

    /// <exception cref="StoreException">MissingLibrary.</exception>
    public static void EnsureLoaded() => _ = s_library.Value;

    internal static nint Locate(string name) =>
        NativeLibrary.TryLoad(name, out var library) ? library : throw Missing($"{name} cannot be loaded.");

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        string.Equals(name, "e_sqlite3", StringComparison.Ordinal) ? Locate(LibraryName) : 0;

    private static StoreException Missing(string problem) => new(
        StoreErrorReason.MissingLibrary,
        problem + " It is in the Debian package libsqlite3-0; run scripts/setup.sh, or: apt-get install libsqlite3-0");
}
