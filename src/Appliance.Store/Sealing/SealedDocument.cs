using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Appliance.Store.Sealing;

/// <summary>Record ↔ sealed JSON body; the plain bytes are wiped as soon as they were used.</summary>
internal static class SealedDocument
{
    public static byte[] Close<T>(byte[] key, T document, JsonTypeInfo<T> type, DocumentName name)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(document, type);
        try
        {
            return Seal.Close(key, plain, name);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    public static T Open<T>(byte[] key, byte[] box, JsonTypeInfo<T> type, DocumentName name)
    {
        var plain = Seal.Open(key, box, name);
        try
        {
            return JsonSerializer.Deserialize(plain, type)
                ?? throw new StoreException(StoreErrorReason.Damaged, $"The sealed document {name} is empty.");
        }
        catch (JsonException)
        {
            // Without the inner exception: its message may quote the document.
            throw new StoreException(StoreErrorReason.Damaged, $"The sealed document {name} cannot be read.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
