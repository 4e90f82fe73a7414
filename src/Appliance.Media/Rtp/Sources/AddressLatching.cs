using System.Net;
using System.Net.Sockets;

namespace Appliance.Media.Rtp.Sources;

/// <summary>When media may come from an address other than the one in SDP.</summary>
public enum AddressLatching
{
    /// <summary>Never; only the port may differ.</summary>
    Never,

    /// <summary>When the address in SDP is private, link-local, shared (RFC 6598) or unspecified: the caller sits behind NAT.</summary>
    WhenUnroutable,

    /// <summary>Always.</summary>
    Always,
}

/// <summary>Tells addresses that cannot be reached over the public network.</summary>
public static class RoutableAddress
{
    /// <summary>Whether the address is one that the public network routes.</summary>
    public static bool IsRoutable(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return false;
        }

        if (address.AddressFamily is not AddressFamily.InterNetwork)
        {
            return !address.IsIPv6LinkLocal && !address.IsIPv6UniqueLocal;
        }

        Span<byte> b = stackalloc byte[4];
        address.TryWriteBytes(b, out _);
        return (b[0], b[1]) switch
        {
            (10, _) or (192, 168) or (169, 254) => false,
            (172, >= 16 and <= 31) => false,
            (100, >= 64 and <= 127) => false,
            _ => true,
        };
    }
}
