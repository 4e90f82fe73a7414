using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Appliance.Media.Rtp.Sources;

/// <summary>Address and port of a sender as plain numbers, read from a <see cref="SocketAddress"/> without allocation.</summary>
public readonly record struct SourceKey(UInt128 Address, ushort Port)
{
    private const ulong MappedPrefix = 0xFFFF;

    /// <summary>Key of an end point; IPv4 is held as IPv4-mapped IPv6.</summary>
    public static SourceKey From(IPEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        Span<byte> bytes = stackalloc byte[16];
        endPoint.Address.MapToIPv6().TryWriteBytes(bytes, out _);
        return new SourceKey(BinaryPrimitives.ReadUInt128BigEndian(bytes), (ushort)endPoint.Port);
    }

    /// <summary>Key of what the kernel wrote (sockaddr_in or sockaddr_in6).</summary>
    public static SourceKey From(SocketAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bytes = address.Buffer.Span;
        var port = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        return address.Family is AddressFamily.InterNetwork
            ? new SourceKey(new UInt128(0, (MappedPrefix << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[4..])), port)
            : new SourceKey(BinaryPrimitives.ReadUInt128BigEndian(bytes[8..]), port);
    }

    /// <summary>As an end point of the family given; allocates.</summary>
    public IPEndPoint ToEndPoint(AddressFamily family)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Address);
        var address = new IPAddress(bytes);
        return new IPEndPoint(family is AddressFamily.InterNetwork ? address.MapToIPv4() : address, Port);
    }
}
