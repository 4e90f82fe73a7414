using Appliance.Clinic;
using Appliance.Clinic.Callbacks;
using Appliance.Store.Audit;
using Appliance.Store.Database;
using Appliance.Store.Sealing;
using Microsoft.Data.Sqlite;

namespace Appliance.Store.Callbacks;

/// <summary>The queue of callback tasks on the store.</summary>
internal sealed class CallbackQueue(StoreWriter writer) : ICallbackQueue
{
    private const string Collection = "callbacks";
    private const string Columns = "id, version, status, created, body";

    public Task<CallbackTask> AddAsync(CallbackRequest request, IdempotencyKey key, Actor actor, CancellationToken cancellationToken) =>
        writer.RunAsync(
            transaction =>
            {
                var idempotency = new Idempotency(transaction, "callback", key, actor.ToString()).Look();
                return idempotency.Subject is { } known ? Load(transaction, known, actor) : Add(transaction, request, idempotency, actor);
            },
            cancellationToken);

    public async Task<IReadOnlyList<CallbackTask>> ListAsync(CallbackStatus? status, Actor actor, CancellationToken cancellationToken) =>
        await writer.RunAsync(
            transaction => transaction.Connection.Query(
                $"SELECT {Columns} FROM callbacks WHERE $status IS NULL OR status = $status ORDER BY created, id",
                Row.Read,
                ("$status", (int?)status)).ConvertAll(row => Open(transaction, row, actor)),
            cancellationToken);

    public Task<bool> CompleteAsync(CallbackId id, Actor actor, CancellationToken cancellationToken) => writer.RunAsync(
        transaction =>
        {
            var changed = transaction.Connection.Execute(
                "UPDATE callbacks SET status = $done WHERE id = $id AND status = $open",
                ("$done", (int)CallbackStatus.Done),
                ("$open", (int)CallbackStatus.Open),
                ("$id", id.Value));
            if (changed == 1)
            {
                transaction.Audit(actor, AuditAction.CallbackCompleted, id.Value);
            }

            return changed == 1;
        },
        cancellationToken);

    private static CallbackTask Add(StoreTransaction transaction, CallbackRequest request, Idempotency idempotency, Actor actor)
    {
        var task = new CallbackTask(CallbackId.New(), CallbackStatus.Open, request, actor, transaction.Now);
        var body = new CallbackBody(request.Name, request.Phone, request.Reason, request.Summary, actor.Kind, actor.Id);
        var name = new DocumentName(Collection, task.Id.Value, 1);
        transaction.Connection.Execute(
            "INSERT INTO callbacks VALUES ($id, 1, $status, $created, $body)",
            ("$id", task.Id.Value),
            ("$status", (int)task.Status),
            ("$created", task.LeftAt.ToUnixTimeMilliseconds()),
            ("$body", SealedDocument.Close(transaction.Keys.Documents, body, StoreJson.Default.CallbackBody, name)));
        idempotency.Remember(task.Id.Value);
        Outbox.Add(transaction, "callback.added", task.Id.Value);
        transaction.Audit(actor, AuditAction.CallbackAdded, task.Id.Value);
        return task;
    }

    private static CallbackTask Load(StoreTransaction transaction, string id, Actor actor) => Open(
        transaction, transaction.Connection.Query($"SELECT {Columns} FROM callbacks WHERE id = $id", Row.Read, ("$id", id)).Single(), actor);

    private static CallbackTask Open(StoreTransaction transaction, Row row, Actor actor)
    {
        transaction.Audit(actor, AuditAction.CallbackRead, row.Id);
        var name = new DocumentName(Collection, row.Id, row.Version);
        var body = SealedDocument.Open(transaction.Keys.Documents, row.Body, StoreJson.Default.CallbackBody, name);
        return new CallbackTask(
            new CallbackId(row.Id),
            row.Status,
            new CallbackRequest(body.Name, body.Phone, body.Reason, body.Summary),
            Actor.Of(body.LeftByKind, body.LeftById),
            DateTimeOffset.FromUnixTimeMilliseconds(row.Created));
    }

    private sealed record Row(string Id, long Version, CallbackStatus Status, long Created, byte[] Body)
    {
        public static Row Read(SqliteDataReader row) =>
            new(row.GetString(0), row.GetInt64(1), (CallbackStatus)row.GetInt32(2), row.GetInt64(3), (byte[])row[4]);
    }
}
