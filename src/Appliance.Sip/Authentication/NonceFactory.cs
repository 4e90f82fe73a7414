using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Appliance.Sip.Authentication;

/// <summary>Nonces that prove themselves: time issued and salt, sealed by an HMAC, so that challenges cost no memory
/// (<see href="https://www.rfc-editor.org/rfc/rfc7616#section-3.3">RFC 7616 §3.3</see>). Layout, hex: 8 bytes ticks, 8 salt, 16 seal.</summary>
internal sealed class NonceFactory(TimeProvider clock)
{
    private const int SignedLength = 16;
    private const int SealLength = 16;

    // Lives as long as the process: after a restart old nonces are stale, which costs each phone one round trip.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Create()
    {
        Span<byte> nonce = stackalloc byte[SignedLength + SealLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce, clock.GetUtcNow().UtcTicks);
        RandomNumberGenerator.Fill(nonce[8..SignedLength]);
        Seal(nonce[..SignedLength], nonce[SignedLength..]);
        return Convert.ToHexStringLower(nonce);
    }

    /// <summary>When the nonce was issued; null where it is not ours.</summary>
    public DateTimeOffset? IssuedAt(string nonce)
    {
        Span<byte> bytes = stackalloc byte[SignedLength + SealLength];
        if (nonce.Length != bytes.Length * 2
            || Convert.FromHexString(nonce, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return null;
        }

        Span<byte> seal = stackalloc byte[SealLength];
        Seal(bytes[..SignedLength], seal);
        return CryptographicOperations.FixedTimeEquals(seal, bytes[SignedLength..])
            ? new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero)
            : null;
    }

    /// <summary>A secret for a user that does not exist, always the same one, so that looking it up costs what a real one does.</summary>
    public string DummySecret(string username, DigestAlgorithm algorithm)
    {
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(_key, System.Text.Encoding.UTF8.GetBytes(username)));
        return algorithm == DigestAlgorithm.Md5 ? hash[..32] : hash;
    }

    private void Seal(ReadOnlySpan<byte> signed, Span<byte> seal)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, signed, full);
        full[..SealLength].CopyTo(seal);
    }
}
