using System.Globalization;
using Appliance.Store.Audit;
using Appliance.Store.Keys;
using Appliance.Store.Sealing;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Database;

/// <summary>Checks the key against an existing database, then brings its schema up to date. Nothing is written under a wrong key.</summary>
internal static class SchemaMigration
{
    private const string KeyCheckName = "key_check";

    /// <exception cref="StoreException">WrongKey, NewerSchema or Damaged.</exception>
    public static void CheckKey(SqliteConnection connection, StoreKeys keys)
    {
        var version = Version(connection);
        if (version > Schema.Migrations.Count)
        {
            throw new StoreException(StoreErrorReason.NewerSchema, "The data were written by a newer version of the appliance; install that version.");
        }

        if (version == 0)
        {
            return;
        }

        var stored = connection.Scalar<byte[]>("SELECT value FROM meta WHERE name = $name", ("$name", KeyCheckName));
        if (stored is null || !KeyedHash.AreEqual(stored, KeyCheckOf(keys)))
        {
            throw new StoreException(StoreErrorReason.WrongKey, "The key file is not the one that these data were sealed with; nothing was touched.");
        }
    }

    public static void Run(SqliteConnection connection, StoreKeys keys)
    {
        if (Version(connection) == Schema.Migrations.Count)
        {
            return;
        }

        // Two processes may open a new store at once: the second finds the work done and the key to check.
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            CheckKey(connection, keys);
            for (var version = (int)Version(connection); version < Schema.Migrations.Count; version++)
            {
                connection.Execute(Schema.Migrations[version]);
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={version + 1}"));
                if (version == 0)
                {
                    connection.Execute("INSERT INTO meta VALUES ($name, $value)", ("$name", KeyCheckName), ("$value", KeyCheckOf(keys)));
                    AuditHead.Empty.Write(connection, keys);
                }
            }

            connection.Execute("COMMIT");
        }
        catch (Exception e) when (e is SqliteException or StoreException)
        {
            connection.RollBackIfOpen();
            throw;
        }
    }

    private static long Version(SqliteConnection connection) => connection.Scalar<long>("PRAGMA user_version");

    private static byte[] KeyCheckOf(StoreKeys keys) => KeyedHash.Of(keys.KeyCheck, "appliance store key check");
}
