using System.Net;
using System.Net.Sockets;

namespace Appliance.Sip.Transports;

/// <summary>Finds which of this machine's addresses a peer can reach.</summary>
public static class LocalAddress
{
    /// <summary>The source address that the routing table picks for <paramref name="remote"/>; nothing is sent. Null where
    /// there is no route.</summary>
    public static IPAddress? Facing(IPAddress remote)
    {
        try
        {
            using var socket = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(new IPEndPoint(remote, 9));
            return (socket.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
