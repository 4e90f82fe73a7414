using System.Security.Cryptography;
using Appliance.Store.Database;
using Appliance.Store.Keys;
using Appliance.Store.Sealing;

namespace Appliance.Store.Calls;

/// <summary>
/// A random data key per call, wrapped under the master key. Everything of the call is sealed under it, so that deleting one row
/// erases transcript and recording, also in copies that were made of the sealed files.
/// </summary>
internal static class CallKeys
{
    public static byte[] GetOrAdd(StoreTransaction transaction, string callId)
    {
        if (Find(transaction, callId) is { } known)
        {
            return known;
        }

        if (transaction.Connection.Scalar<long>("SELECT erased FROM calls WHERE id = $id", ("$id", callId)) == 1)
        {
            throw Erased(callId);
        }

        var key = RandomNumberGenerator.GetBytes(MasterKey.Length);
        transaction.Connection.Execute(
            "INSERT INTO call_keys VALUES ($call, $wrapped)",
            ("$call", callId),
            ("$wrapped", Seal.Close(transaction.Keys.CallKeyWrapping, key, NameOf(callId))));
        return key;
    }

    public static byte[] Get(StoreTransaction transaction, string callId) => Find(transaction, callId) ?? throw Erased(callId);

    public static bool Delete(StoreTransaction transaction, string callId) =>
        transaction.Connection.Execute("DELETE FROM call_keys WHERE call = $call", ("$call", callId)) == 1;

    private static byte[]? Find(StoreTransaction transaction, string callId)
    {
        var wrapped = transaction.Connection.Scalar<byte[]>("SELECT wrapped FROM call_keys WHERE call = $call", ("$call", callId));
        return wrapped is null ? null : Seal.Open(transaction.Keys.CallKeyWrapping, wrapped, NameOf(callId));
    }

    private static DocumentName NameOf(string callId) => new("call_keys", callId, 1);

    private static StoreException Erased(string callId) =>
        new(StoreErrorReason.CallErased, $"The call {callId} was erased, or never stored.");
}
