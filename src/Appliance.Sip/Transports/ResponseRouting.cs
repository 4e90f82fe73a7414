using System.Net;
using System.Net.Sockets;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Transports;

/// <summary>Where a response goes (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-18.2.2">RFC 3261 §18.2.2</see>,
/// <see href="https://www.rfc-editor.org/rfc/rfc3581#section-4">RFC 3581 §4</see>).</summary>
public static class ResponseRouting
{
    /// <summary>Port of a Via that names none.</summary>
    public const int DefaultPort = 5060;

    /// <summary>The peer to answer: on a stream the connection the request came over, with the Via's address in case it has
    /// closed by then; with datagrams the Via's address.</summary>
    /// <param name="request">As it came from the transport, with received and rport filled in.</param>
    public static SipPeer For(SipInbound request)
    {
        var isDatagram = request.Transport.Kind == SipTransportKind.Udp;
        return new SipPeer(Resolve(request.Message.TopVia, isDatagram) ?? request.Peer.EndPoint, request.Peer.Connection);
    }

    /// <summary>maddr, else received, else sent-by; port from rport, else sent-by. Null where the host is a name that no
    /// receiver resolved.</summary>
    /// <param name="via">The topmost one.</param>
    /// <param name="useResponsePort">False on streams: rport is then the far end of a connection, where nobody listens.</param>
    public static IPEndPoint? Resolve(ViaHeader via, bool useResponsePort = true)
    {
        // maddr is honoured for multicast only: anything else would let a request aim our answers at a third party.
        if (IPAddress.TryParse(via.MulticastAddress, out var multicast) && IsMulticast(multicast))
        {
            return new IPEndPoint(multicast, via.Port ?? DefaultPort);
        }

        if (!IPAddress.TryParse(via.Received ?? via.Host, out var address))
        {
            return null;
        }

        return new IPEndPoint(address, (useResponsePort ? via.ResponsePort : null) ?? via.Port ?? DefaultPort);
    }

    private static bool IsMulticast(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.IsIPv6Multicast
            : address.GetAddressBytes()[0] is >= 224 and <= 239;
}
