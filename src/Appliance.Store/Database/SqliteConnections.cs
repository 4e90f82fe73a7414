using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Database;

/// <summary>Opens connections with the settings that safety needs, and short ways to run statements on them.</summary>
internal static class SqliteConnections
{
    /// <summary>Opens without changing anything, so that a wrong key or a foreign file is noticed first.</summary>
    public static SqliteConnection Open(StoreOptions options)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.DatabaseFile,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
        }.ToString());
        connection.Open();
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={(long)options.BusyTimeout.TotalMilliseconds}"));
        return connection;
    }

    /// <summary>
    /// WAL with an fsync at each commit; deleted content is overwritten; temporary data never reach a file.
    /// (https://www.sqlite.org/pragma.html)
    /// </summary>
    public static void Harden(this SqliteConnection connection, StoreOptions options)
    {
        connection.Execute("PRAGMA journal_mode=WAL");
        connection.Execute("PRAGMA synchronous=FULL");
        connection.Execute("PRAGMA secure_delete=ON");
        connection.Execute("PRAGMA temp_store=MEMORY");
        connection.Execute("PRAGMA foreign_keys=ON");
        connection.Execute("PRAGMA recursive_triggers=ON");
        connection.Execute("PRAGMA trusted_schema=OFF");
        if (options.MaxPages is { } pages)
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages}"));
        }
    }

    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this assembly; values go through parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static T? Scalar<T>(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar() is T value ? value : default;
    }

    /// <summary>All rows, read at once, so that no statement stays open.</summary>
    public static List<T> Query<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
