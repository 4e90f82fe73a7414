using System.Buffers.Binary;

namespace Appliance.Media.Dtmf;

/// <summary>
/// The payload of a telephone-event packet (RFC 4733 §2.3): event code, end bit, volume as dB below 0 dBm0 (0 to 63),
/// duration so far in timestamp units.
/// </summary>
public readonly record struct TelephoneEvent(byte Code, bool End, byte Volume, ushort Duration)
{
    /// <summary>Bytes of the payload.</summary>
    public const int Length = 4;

    /// <summary>Reads the first event of a payload; false when it is too short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> payload, out TelephoneEvent value)
    {
        value = payload.Length < Length
            ? default
            : new TelephoneEvent(
                payload[0],
                (payload[1] & 0x80) != 0,
                (byte)(payload[1] & 0x3F),
                BinaryPrimitives.ReadUInt16BigEndian(payload[2..]));
        return payload.Length >= Length;
    }

    /// <summary>Writes 4 bytes; the reserved bit is zero.</summary>
    public void Write(Span<byte> payload)
    {
        payload[0] = Code;
        payload[1] = (byte)((End ? 0x80 : 0) | (Volume & 0x3F));
        BinaryPrimitives.WriteUInt16BigEndian(payload[2..], Duration);
    }
}
