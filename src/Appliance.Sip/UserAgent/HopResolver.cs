using System.Net;
using System.Net.Sockets;
using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;
using Appliance.Sip.Transports;

namespace Appliance.Sip.UserAgent;

/// <summary>
/// Finds where a URI's messages go: transport parameter, else the transport used so far, else UDP; address records only,
/// port 5060 where none is named (RFC 3263 without NAPTR and SRV, which a clinic's network does not have).
/// </summary>
internal sealed class HopResolver(IReadOnlyList<ISipTransport> transports)
{
    private const int DefaultPort = 5060;

    /// <summary>The hop, at once for addresses; null where the URI cannot be reached from here.</summary>
    /// <param name="uri">Next hop of a request.</param>
    /// <param name="previous">The way that the dialog's messages took so far; its connection is used again where it fits.</param>
    public ValueTask<SipHop?> ResolveAsync(SipUri uri, SipHop? previous)
    {
        if (!uri.IsSip || !string.Equals(uri.Scheme, "sip", StringComparison.Ordinal) || TransportFor(uri, previous) is not { } transport)
        {
            return ValueTask.FromResult<SipHop?>(null);
        }

        return uri.HostAddress is { } address
            ? ValueTask.FromResult<SipHop?>(HopTo(address, uri, transport, previous))
            : LookUpAsync(uri, transport, previous);
    }

    private static async ValueTask<SipHop?> LookUpAsync(SipUri uri, ISipTransport transport, SipHop? previous)
    {
        try
        {
            var found = await Dns.GetHostAddressesAsync(uri.Host);
            var wanted = transport.LocalEndPoint.AddressFamily;
            var address = Array.Find(found, a => a.AddressFamily == wanted) ?? (found.Length > 0 ? found[0] : null);
            return address is null ? null : HopTo(address, uri, transport, previous);
        }
        catch (SocketException)
        {
            // An unknown name is an unreachable peer (503), which the caller reports.
            return null;
        }
    }

    private static SipHop HopTo(IPAddress address, SipUri uri, ISipTransport transport, SipHop? previous)
    {
        var connection = previous is { } hop && ReferenceEquals(hop.Transport, transport) ? hop.Peer.Connection : 0;
        return new SipHop(transport, new SipPeer(new IPEndPoint(address, uri.Port ?? DefaultPort), connection));
    }

    private ISipTransport? TransportFor(SipUri uri, SipHop? previous) => uri.Transport?.ToUpperInvariant() switch
    {
        "UDP" => Find(SipTransportKind.Udp),
        "TCP" => Find(SipTransportKind.Tcp),
        null => previous?.Transport ?? Find(SipTransportKind.Udp) ?? (transports.Count > 0 ? transports[0] : null),
        _ => null,
    };

    private ISipTransport? Find(SipTransportKind kind) => transports.FirstOrDefault(t => t.Kind == kind);
}
