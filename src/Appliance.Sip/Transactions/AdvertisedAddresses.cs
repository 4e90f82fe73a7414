using System.Net;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Transactions;

/// <summary>
/// The address that Via and Contact name toward a peer: the configured one, else the bound one, else (bound to the wildcard)
/// the one that the routing table picks, remembered for a bounded number of peers.
/// </summary>
/// <param name="configured">Set where the box is known by another address than its sockets'; null asks the sockets.</param>
public sealed class AdvertisedAddresses(IPAddress? configured)
{
    private const int MostRemembered = 1_024;
    private readonly Dictionary<IPAddress, IPAddress> _facing = [];

    /// <summary>The address and port to advertise; called by signalling work only.</summary>
    public IPEndPoint For(SipHop hop)
    {
        var local = hop.Transport.LocalEndPoint;
        if (configured is not null)
        {
            return new IPEndPoint(configured, local.Port);
        }

        var isWildcard = local.Address.Equals(IPAddress.Any) || local.Address.Equals(IPAddress.IPv6Any);
        return isWildcard ? new IPEndPoint(Facing(hop.Peer.EndPoint.Address), local.Port) : local;
    }

    private IPAddress Facing(IPAddress remote)
    {
        if (_facing.TryGetValue(remote, out var known))
        {
            return known;
        }

        var plain = remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote;
        var found = LocalAddress.Facing(plain) ?? IPAddress.Loopback;
        if (_facing.Count >= MostRemembered)
        {
            _facing.Clear();
        }

        _facing[remote] = found;
        return found;
    }
}
