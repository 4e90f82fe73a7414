using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Appliance.Store.Database;

/// <summary>Result codes of SQLite (https://www.sqlite.org/rescode.html) → reasons of the store. SQLite's texts name columns, never values.</summary>
internal static class SqliteErrors
{
    public static StoreException Translate(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => Make(StoreErrorReason.DiskFull, "The disk is full; nothing was changed.", error),
        raw.SQLITE_READONLY => Make(StoreErrorReason.ReadOnly, "The database cannot be written; nothing was changed.", error),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => Make(StoreErrorReason.InputOutput, "The database cannot be opened.", error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Make(StoreErrorReason.Busy, "Another process holds the database.", error),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Make(
            StoreErrorReason.Damaged, "The database file is damaged. Restore the last backup; nothing was changed.", error),
        raw.SQLITE_IOERR => Make(StoreErrorReason.InputOutput, "The disk gave an error; nothing was changed.", error),
        _ => Make(StoreErrorReason.InputOutput, "The database refused the operation.", error),
    };

    /// <summary>Whether the overlap trigger, or a unique key, refused the row.</summary>
    public static bool IsConstraint(SqliteException error) => error.SqliteErrorCode == raw.SQLITE_CONSTRAINT;

    private static StoreException Make(StoreErrorReason reason, string message, SqliteException error) =>
        new(reason, $"{message} (SQLite {error.SqliteExtendedErrorCode})", error);
}
