using System.Globalization;

namespace Appliance.Store.Database;

/// <summary>Effects still to be told to other systems, written with the change itself. They name documents and hold nothing of them.</summary>
internal static class Outbox
{
    /// <summary>For what happens to a document once.</summary>
    public static void Add(StoreTransaction transaction, string kind, string subject) => Add(transaction, kind + ":" + subject, kind, subject);

    /// <summary>For what may happen to a document again: once for each of its versions.</summary>
    public static void Add(StoreTransaction transaction, string kind, string subject, long version) =>
        Add(transaction, string.Create(CultureInfo.InvariantCulture, $"{kind}:{subject}:{version}"), kind, subject);

    private static void Add(StoreTransaction transaction, string id, string kind, string subject) => transaction.Connection.Execute(
        "INSERT INTO outbox(id, kind, subject, created) VALUES ($id, $kind, $subject, $created)",
        ("$id", id),
        ("$kind", kind),
        ("$subject", subject),
        ("$created", transaction.Now.ToUnixTimeMilliseconds()));
}
