using Appliance.Clinic;
using Appliance.Store.Sealing;

namespace Appliance.Store.Database;

/// <summary>
/// Which effect a key has had. Key and request stand only as keyed hashes: a request holds personal data. Written in the transaction
/// of the effect, so a key is known exactly when its effect is.
/// </summary>
internal sealed class Idempotency
{
    private readonly StoreTransaction _transaction;
    private readonly byte[] _key;
    private readonly byte[] _request;

    public Idempotency(StoreTransaction transaction, string operation, IdempotencyKey key, params ReadOnlySpan<string> request)
    {
        _transaction = transaction;
        _key = KeyedHash.Of(transaction.Keys.IdempotencyIndex, "key", operation, key.Value);
        _request = KeyedHash.Of(transaction.Keys.IdempotencyIndex, request);
    }

    /// <summary>The document that the key made before; null for a key that is new.</summary>
    public string? Subject { get; private set; }

    /// <summary>The key is known, but for another request.</summary>
    public bool IsReused { get; private set; }

    public Idempotency Look()
    {
        var rows = _transaction.Connection.Query(
            "SELECT request_index, subject FROM idempotency WHERE key_index = $key",
            row => (Request: (byte[])row[0], Subject: row.GetString(1)),
            ("$key", _key));
        if (rows.Count > 0)
        {
            Subject = rows[0].Subject;
            IsReused = !KeyedHash.AreEqual(rows[0].Request, _request);
        }

        return this;
    }

    /// <summary>A key whose document was cleared away since is taken over.</summary>
    public void Remember(string subject) => _transaction.Connection.Execute(
        "INSERT OR REPLACE INTO idempotency VALUES ($key, $request, $subject, $created)",
        ("$key", _key),
        ("$request", _request),
        ("$subject", subject),
        ("$created", _transaction.Now.ToUnixTimeMilliseconds()));
}
