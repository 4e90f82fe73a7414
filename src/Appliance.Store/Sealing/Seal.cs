using System.Security.Cryptography;

namespace Appliance.Store.Sealing;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce: [format 1][nonce 12][ciphertext][tag 16].
/// Random nonces are safe for 2^32 seals per key; a clinic makes some thousands a day.
/// </summary>
internal static class Seal
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    public static byte[] Close(byte[] key, ReadOnlySpan<byte> plain, DocumentName name)
    {
        var box = new byte[plain.Length + Overhead];
        box[0] = Format;
        var nonce = box.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceLength, plain.Length), box.AsSpan(box.Length - TagLength), name.ToAssociatedData());
        return box;
    }

    /// <exception cref="StoreException">Damaged: one bit of the box or of its name differs from what was sealed.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, DocumentName name)
    {
        if (box.Length < Overhead || box[0] != Format)
        {
            throw Damaged(name, null);
        }

        var plain = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(box.Slice(1, NonceLength), box.Slice(1 + NonceLength, plain.Length), box[^TagLength..], plain, name.ToAssociatedData());
            return plain;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw Damaged(name, e);
        }
    }

    private static StoreException Damaged(DocumentName name, Exception? inner) =>
        new(StoreErrorReason.Damaged, $"The sealed document {name} is not what was written.", inner);
}
