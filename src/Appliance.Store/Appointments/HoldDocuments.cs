using Appliance.Clinic;
using Appliance.Clinic.Holds;
using Appliance.Store.Database;
using Appliance.Store.Sealing;

namespace Appliance.Store.Appointments;

internal enum HoldState
{
    Live = 1,
    Released = 2,
    Booked = 3,
}

/// <summary>Holds in the database. The row outlives the hold, so that a late booking hears why it is refused.</summary>
internal static class HoldDocuments
{
    private const string Collection = "holds";

    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(7);

    public static void Add(StoreTransaction transaction, Hold hold) => transaction.Connection.Execute(
        "INSERT INTO holds VALUES ($id, 1, $state, $holder, $expires, $body)",
        ("$id", hold.Id.Value),
        ("$state", (int)HoldState.Live),
        ("$holder", hold.Holder.ToString()),
        ("$expires", hold.ExpiresAt.ToUnixTimeMilliseconds()),
        ("$body", SealedDocument.Close(
            transaction.Keys.Documents, HoldBody.Of(hold.Opening), StoreJson.Default.HoldBody, new DocumentName(Collection, hold.Id.Value, 1))));

    /// <summary>Forgets holds that expired a week ago; nobody asks for them any more.</summary>
    public static void Forget(StoreTransaction transaction) => transaction.Connection.Execute(
        "DELETE FROM holds WHERE expires < $before", ("$before", (transaction.Now - s_remembered).ToUnixTimeMilliseconds()));

    /// <summary>Null when there is no such hold or another actor placed it.</summary>
    public static (Hold Hold, HoldState State)? Find(StoreTransaction transaction, HoldId id, Actor actor)
    {
        var rows = transaction.Connection.Query(
            "SELECT version, state, expires, body FROM holds WHERE id = $id AND holder = $holder",
            row => (Version: row.GetInt64(0), State: (HoldState)row.GetInt32(1), Expires: row.GetInt64(2), Body: (byte[])row[3]),
            ("$id", id.Value),
            ("$holder", actor.ToString()));
        if (rows.Count == 0)
        {
            return null;
        }

        var name = new DocumentName(Collection, id.Value, rows[0].Version);
        var body = SealedDocument.Open(transaction.Keys.Documents, rows[0].Body, StoreJson.Default.HoldBody, name);
        return (new Hold(id, body.ToOpening(), actor, DateTimeOffset.FromUnixTimeMilliseconds(rows[0].Expires)), rows[0].State);
    }

    public static void SetState(StoreTransaction transaction, HoldId id, HoldState state) =>
        transaction.Connection.Execute("UPDATE holds SET state = $state WHERE id = $id", ("$state", (int)state), ("$id", id.Value));
}
