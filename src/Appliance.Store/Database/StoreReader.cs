using Microsoft.Data.Sqlite;

namespace Appliance.Store.Database;

/// <summary>Reads that touch nothing personal, on a connection of their own: WAL lets them run beside the writer.</summary>
internal sealed class StoreReader(SqliteConnection connection) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _isClosed;

    /// <summary>Runs the work on one consistent snapshot.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _isClosed
                ? throw new StoreException(StoreErrorReason.Closed, "The store is closed.")
                : await Task.Run(() => ReadNeedsLock(work), CancellationToken.None);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The gate is left to the collector: a late reader must still be told that the store is closed.
        await _gate.WaitAsync();
        _isClosed = true;
        await connection.DisposeAsync();
        _gate.Release();
    }

    private T ReadNeedsLock<T>(Func<SqliteConnection, T> work)
    {
        connection.Execute("BEGIN");
        try
        {
            return work(connection);
        }
        finally
        {
            connection.RollBackIfOpen();
        }
    }
}
