using System.Threading.Channels;
using Appliance.Store.Audit;
using Appliance.Store.Keys;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Database;

/// <summary>
/// The only writer of this process: one connection, one job at a time, in the order of arrival. A job's task ends after its commit
/// has reached the disk. Other processes are kept apart by SQLite's own lock.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int MaxWaitingJobs = 1024;

    private readonly Channel<Action> _jobs = Channel.CreateBounded<Action>(new BoundedChannelOptions(MaxWaitingJobs) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly StoreKeys _keys;
    private readonly TimeProvider _time;
    private readonly CheckpointWriter _checkpoints;
    private readonly StoreFaults? _faults;
    private readonly Task _loop;

    public StoreWriter(SqliteConnection connection, StoreKeys keys, TimeProvider time, CheckpointWriter checkpoints, StoreFaults? faults)
    {
        _connection = connection;
        _keys = keys;
        _time = time;
        _checkpoints = checkpoints;
        _faults = faults;
        _loop = Task.Run(RunJobsAsync);
    }

    /// <summary>Runs the work in a transaction. Cancellation counts only until the work begins: an effect is never half known.</summary>
    public Task<T> RunAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken) =>
        EnqueueAsync(() => Transact(work), cancellationToken);

    /// <summary>Runs work on the writer's connection outside of any transaction.</summary>
    public Task<T> RunOutsideAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        EnqueueAsync(() => Translated(() => work(_connection)), cancellationToken);

    /// <summary>Ends after all waiting jobs and a last checkpoint.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_jobs.Writer.TryComplete())
        {
            await _loop;
            _checkpoints.WriteLast(_connection);
            await _connection.DisposeAsync();
        }
    }

    private async Task<T> EnqueueAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Job()
        {
            if (cancellationToken.IsCancellationRequested)
            {
                done.SetCanceled(cancellationToken);
                return;
            }

            try
            {
                done.SetResult(work());
            }
#pragma warning disable CA1031 // Whatever happened belongs to the one who asked; the writer goes on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                done.SetException(e);
            }
        }

        try
        {
            await _jobs.Writer.WriteAsync(Job, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new StoreException(StoreErrorReason.Closed, "The store is closed.", e);
        }

        return await done.Task;
    }

    private async Task RunJobsAsync()
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync())
        {
            job();
        }
    }

    private T Transact<T>(Func<StoreTransaction, T> work) => Translated(() =>
    {
        _connection.Execute("BEGIN IMMEDIATE");
        T result;
        AuditHead? head;
        try
        {
            var transaction = new StoreTransaction(_connection, _keys, _time.GetUtcNow(), _checkpoints.Last, _faults);
            result = work(transaction);
            transaction.Commit();
            head = transaction.Head;
        }
        catch
        {
            _connection.RollBackIfOpen();
            throw;
        }

        if (_checkpoints.WriteIfDue(head))
        {
            _faults?.Invoke(StorePoint.AfterCheckpoint);
        }

        return result;
    });

    private static T Translated<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e);
        }
    }
}
