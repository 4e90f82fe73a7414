using System.Net;
using System.Net.Sockets;

namespace Appliance.Sip.Transports;

/// <summary>Opens listening sockets; says in plain words why one cannot be had.</summary>
internal static class SocketBinding
{
    /// <exception cref="SipException">Port in use, or the address cannot be used.</exception>
    public static Socket Bind(IPEndPoint endPoint, SocketType type)
    {
        var protocol = type == SocketType.Dgram ? ProtocolType.Udp : ProtocolType.Tcp;
        var socket = new Socket(endPoint.AddressFamily, type, protocol);
        try
        {
            // A wildcard IPv6 socket takes IPv4 as well, unless told not to; endpoints then read ::ffff:a.b.c.d.
            if (endPoint.AddressFamily == AddressFamily.InterNetworkV6)
            {
                socket.DualMode = endPoint.Address.Equals(IPAddress.IPv6Any);
            }

            // No port-sharing options: a second listener would silently steal calls.
            socket.Bind(endPoint);
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw Explain(e, endPoint, protocol);
        }
    }

    public static SipException Explain(SocketException e, IPEndPoint endPoint, ProtocolType protocol) => e.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => new SipException(
            SipErrorReason.PortInUse,
            $"{protocol} port {endPoint.Port} on {endPoint.Address} is in use by another program. Stop that program "
            + $"('ss -lnp | grep :{endPoint.Port}' shows it) or set another SIP port.",
            e),
        SocketError.AccessDenied => new SipException(
            SipErrorReason.AddressNotAvailable,
            $"{protocol} port {endPoint.Port} on {endPoint.Address} needs more rights. Choose a port above 1023.",
            e),
        _ => new SipException(
            SipErrorReason.AddressNotAvailable,
            $"Cannot listen on {protocol} {endPoint} ({e.SocketErrorCode}). Set an address that this machine has.",
            e),
    };
}
