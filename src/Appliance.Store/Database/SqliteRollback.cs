using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Appliance.Store.Database;

/// <summary>Rolling back after an error: SQLite has done so itself after some (https://www.sqlite.org/lang_transaction.html).</summary>
internal static class SqliteRollback
{
    public static void RollBackIfOpen(this SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            connection.Execute("ROLLBACK");
        }
    }
}
