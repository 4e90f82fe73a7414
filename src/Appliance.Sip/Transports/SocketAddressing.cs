using System.Net;
using System.Net.Sockets;

namespace Appliance.Sip.Transports;

/// <summary>IPv4 addresses on sockets that take both families.</summary>
internal static class SocketAddressing
{
    /// <summary>The endpoint in the form the socket's family needs.</summary>
    public static IPEndPoint Fit(IPEndPoint endPoint, Socket socket) =>
        socket.AddressFamily == AddressFamily.InterNetworkV6 && endPoint.AddressFamily == AddressFamily.InterNetwork
            ? new IPEndPoint(endPoint.Address.MapToIPv6(), endPoint.Port)
            : endPoint;

    /// <summary>Plain IPv4 where the system shows <c>::ffff:a.b.c.d</c>, so that one peer has one name.</summary>
    public static IPEndPoint Unmap(IPEndPoint endPoint) =>
        endPoint.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(endPoint.Address.MapToIPv4(), endPoint.Port) : endPoint;
}
