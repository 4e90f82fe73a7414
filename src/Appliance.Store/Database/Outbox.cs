namespace Appliance.Store.Database;

/// <summary>Effects still to be told to other systems, written with the change itself. They name documents and hold nothing of them.</summary>
internal static class Outbox
{
    public static void Add(StoreTransaction transaction, string kind, string subject) => transaction.Connection.Execute(
        "INSERT INTO outbox(id, kind, subject, created) VALUES ($id, $kind, $subject, $created)",
        ("$id", kind + ":" + subject),
        ("$kind", kind),
        ("$subject", subject),
        ("$created", transaction.Now.ToUnixTimeMilliseconds()));
}
