using System.Buffers.Binary;
using System.Security.Cryptography;
using Appliance.Store.Keys;

namespace Appliance.Store.Recordings;

/// <summary>
/// The sealed file of a recording. Header: "VREC", format 1, channels, 2 zero bytes, sample rate (4, little-endian), salt (16).
/// Then chunks: length (4, little-endian, top bit set on the last), AES-256-GCM ciphertext, tag (16). The key is derived from the
/// call's key and the salt; the nonce counts chunks and carries the last-chunk mark, as in STREAM (https://eprint.iacr.org/2015/189):
/// chunks cannot be dropped, moved or cut off unnoticed. Each chunk also authenticates the header.
/// </summary>
internal sealed class RecordingSeal : IDisposable
{
    public const int HeaderLength = 28;
    public const int LengthLength = 4;
    public const int TagLength = 16;
    public const int ChunkLength = 32 * 1024;
    public const uint LastMark = 0x8000_0000;

    private const int SaltOffset = 12;

    private readonly byte[] _header;
    private readonly AesGcm _aes;

    private RecordingSeal(byte[] callKey, byte[] header)
    {
        _header = header;
        _aes = new AesGcm(MasterKey.DeriveFrom(callKey, "call/recording", header[SaltOffset..]), TagLength);
    }

    public ReadOnlyMemory<byte> Header => _header;

    public RecordingFormat Format => new((int)BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(8)), _header[5]);

    public static RecordingSeal Create(byte[] callKey, RecordingFormat format)
    {
        var header = new byte[HeaderLength];
        "VREC"u8.CopyTo(header);
        header[4] = 1;
        header[5] = (byte)format.Channels;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), (uint)format.SampleRate);
        RandomNumberGenerator.Fill(header.AsSpan(SaltOffset));
        return new RecordingSeal(callKey, header);
    }

    /// <summary>Null when the header is none of ours.</summary>
    public static RecordingSeal? Open(byte[] callKey, byte[] header)
    {
        var isOurs = header.AsSpan(0, 4).SequenceEqual("VREC"u8) && header[4] == 1 && header[6] == 0 && header[7] == 0;
        var seal = isOurs ? new RecordingSeal(callKey, header) : null;
        return seal is { Format.IsValid: true } ? seal : null;
    }

    /// <summary>Length, ciphertext and tag of chunk number index.</summary>
    public byte[] Close(long index, ReadOnlySpan<byte> pcm, bool isLast)
    {
        var box = new byte[LengthLength + pcm.Length + TagLength];
        BinaryPrimitives.WriteUInt32LittleEndian(box, (uint)pcm.Length | (isLast ? LastMark : 0));
        _aes.Encrypt(
            Nonce(index, isLast), pcm, box.AsSpan(LengthLength, pcm.Length), box.AsSpan(LengthLength + pcm.Length), AssociatedData(box));
        return box;
    }

    /// <exception cref="StoreException">Damaged.</exception>
    public void Open(long index, ReadOnlySpan<byte> box, Span<byte> pcm, bool isLast)
    {
        try
        {
            _aes.Decrypt(Nonce(index, isLast), box.Slice(LengthLength, pcm.Length), box[^TagLength..], pcm, AssociatedData(box));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new StoreException(StoreErrorReason.Damaged, $"Chunk {index} of the recording is not what was written.", e);
        }
    }

    public void Dispose() => _aes.Dispose();

    private static byte[] Nonce(long index, bool isLast)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce, index);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }

    private byte[] AssociatedData(ReadOnlySpan<byte> box) => [.. _header, .. box[..LengthLength]];
}
