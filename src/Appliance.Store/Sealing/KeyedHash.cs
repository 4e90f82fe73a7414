using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Appliance.Store.Sealing;

/// <summary>
/// HMAC-SHA256 over a list of fields, each preceded by its length so that no two lists give the same bytes.
/// Used for blind indexes, the audit chain and key checks, each under its own key.
/// </summary>
internal static class KeyedHash
{
    public const int Length = 32;

    public static byte[] Of(byte[] key, params ReadOnlySpan<string> fields) => Of(key, [], fields);

    public static byte[] Of(byte[] key, ReadOnlySpan<byte> previous, params ReadOnlySpan<string> fields)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, previous);
        foreach (var field in fields)
        {
            Append(hash, Encoding.UTF8.GetBytes(field));
        }

        return hash.GetHashAndReset();
    }

    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => CryptographicOperations.FixedTimeEquals(left, right);

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        hash.AppendData(length);
        hash.AppendData(field);
    }
}
