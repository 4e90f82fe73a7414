using System.Security.Cryptography;
using System.Text;

namespace Appliance.Store.Keys;

/// <summary>32 random bytes from which every other key is derived by HKDF-SHA256 (RFC 5869), one per purpose.</summary>
internal sealed class MasterKey : IDisposable
{
    public const int Length = 32;

    private readonly byte[] _key;

    /// <summary>Takes the array: it is wiped on dispose.</summary>
    public MasterKey(byte[] key) => _key = key;

    public byte[] Derive(KeyPurpose purpose) => DeriveFrom(_key, $"master/{(int)purpose}", []);

    /// <summary>The same derivation from a call's data key.</summary>
    public static byte[] DeriveFrom(byte[] key, string label, byte[] salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, salt, Encoding.ASCII.GetBytes("appliance/store/v1/" + label));

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
