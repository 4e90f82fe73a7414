using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Keys;
using Appliance.Store.Recordings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Appliance.Store;

/// <summary>The steps of opening a store, in the order that keeps a wrong key, a foreign file or a damaged one from being touched.</summary>
internal static class StoreOpening
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static ApplianceStore Open(StoreOptions options, TimeProvider time, ILoggerFactory loggers, StoreFaults? faults)
    {
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join("; ", problems), nameof(options));
        }

        SqliteEngine.EnsureLoaded();
        using var master = KeyFile.Load(options.KeyFile, options.DataDirectory);
        var keys = new StoreKeys(master);
        try
        {
            MakeFiles(options);
            var connection = OpenWriter(options, keys);
            var file = new CheckpointFile(options.CheckpointPath);
            var checkpoints = new CheckpointWriter(file, keys, time, options.CheckpointEvery, loggers.CreateLogger<AuditLog>());
            var reader = new StoreReader(OpenReader(options));
            var writer = new StoreWriter(connection, keys, time, checkpoints, faults);
            var audit = new AuditLog(writer, reader, keys, file, checkpoints);
            return new ApplianceStore(writer, reader, audit, new RecordingFiles(options.RecordingsDirectory), time, faults);
        }
        catch (SqliteException e)
        {
            throw WhyNotWritable(options, e) ?? SqliteErrors.Translate(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Translate(e, "The data directory cannot be used.");
        }
    }

    private static void MakeFiles(StoreOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory, OwnerOnly | UnixFileMode.UserExecute);
        Directory.CreateDirectory(options.RecordingsDirectory, OwnerOnly | UnixFileMode.UserExecute);
    }

    // SQLite says only that it cannot open the file; a file of our own tells a read-only or full disk from the rest.
    private static StoreException? WhyNotWritable(StoreOptions options, SqliteException error)
    {
        if (error.SqliteErrorCode != SQLitePCL.raw.SQLITE_CANTOPEN)
        {
            return null;
        }

        try
        {
            File.Create(Path.Combine(options.DataDirectory, ".probe"), bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileErrors.Translate(e, "The data directory cannot be written.");
        }
    }

    private static SqliteConnection OpenWriter(StoreOptions options, StoreKeys keys)
    {
        var connection = SqliteConnections.Open(options);
        try
        {
            // By name, never through a handle of ours: closing one would drop SQLite's locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
            // SQLite gives the rights of this file to those it makes beside it.
            File.SetUnixFileMode(options.DatabaseFile, OwnerOnly);
            SchemaMigration.CheckKey(connection, keys);
            connection.Harden(options);
            CheckIntegrity(connection);
            SchemaMigration.Run(connection, keys);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection OpenReader(StoreOptions options)
    {
        var connection = SqliteConnections.Open(options);
        connection.Harden(options);
        connection.Execute("PRAGMA query_only=ON");
        return connection;
    }

    private static void CheckIntegrity(SqliteConnection connection)
    {
        if (!string.Equals(connection.Scalar<string>("PRAGMA quick_check(1)"), "ok", StringComparison.Ordinal))
        {
            throw new StoreException(StoreErrorReason.Damaged, "The database file is damaged. Restore the last backup; nothing was changed.");
        }
    }
}
