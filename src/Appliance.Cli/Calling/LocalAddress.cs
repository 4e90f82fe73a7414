using System.Net;
using System.Net.Sockets;
using Appliance.Sip;
using Appliance.Sip.Messages;

namespace Appliance.Cli.Calling;

/// <summary>Finds which of this machine's addresses a peer can reach.</summary>
internal static class LocalAddress
{
    private const int SipPort = 5060;

    /// <summary>The address that packets to the target leave from; nothing is sent.</summary>
    /// <exception cref="SipException">The name is unknown, or no way leads there.</exception>
    public static async Task<IPAddress> FacingAsync(SipUri target, CancellationToken cancellationToken)
    {
        try
        {
            var peer = target.HostAddress ?? (await Dns.GetHostAddressesAsync(target.Host, cancellationToken))
                .OrderBy(a => a.AddressFamily is AddressFamily.InterNetwork ? 0 : 1).First();
            using var socket = new Socket(peer.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            await socket.ConnectAsync(new IPEndPoint(peer, target.Port ?? SipPort), cancellationToken);
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException error)
        {
            throw new SipException(SipErrorReason.AddressNotAvailable, $"{target.Host} cannot be reached: {error.Message}", error);
        }
    }
}
