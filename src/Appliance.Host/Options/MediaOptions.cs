using System.Net;
using Appliance.Media.Rtp;
using Appliance.Sip.Transports;

namespace Appliance.Host.Options;

/// <summary>Where the callers' audio goes. Immutable.</summary>
public sealed record MediaOptions
{
    // TEST-NET-1 (RFC 5737): asked of the routing table only, nothing is sent there.
    private static readonly IPAddress s_outside = new([192, 0, 2, 1]);

    /// <summary>Address that media is bound to and that callers are told. Default null: the SIP address, or the one that faces the network.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>First media port, even or odd, 1,024 to 65,535; 0 lets the system pick. Default 20000.</summary>
    public int FirstPort { get; init; } = 20_000;

    /// <summary>Last media port, inclusive; each call takes two. Default 20199.</summary>
    public int LastPort { get; init; } = 20_199;

    /// <summary>The ports as calls take them; null where the system picks.</summary>
    public RtpPortRange? Ports => FirstPort == 0 ? null : new RtpPortRange(FirstPort, LastPort);

    /// <summary>The address in force beside SIP on <paramref name="sip"/>.</summary>
    public IPAddress AddressBeside(IPAddress sip)
    {
        ArgumentNullException.ThrowIfNull(sip);
        return Address ?? (IsWildcard(sip) ? LocalAddress.Facing(s_outside) ?? IPAddress.Loopback : sip);
    }

    internal IEnumerable<string> Problems(int maxCalls)
    {
        if (Address is { } address && IsWildcard(address))
        {
            yield return "media.address is the wildcard; name the address that callers can reach.";
        }

        if (FirstPort == 0)
        {
            yield break;
        }

        if (FirstPort is < 1_024 or > 65_534 || LastPort > 65_535 || LastPort <= FirstPort)
        {
            yield return $"media.firstPort to media.lastPort is {FirstPort} to {LastPort}; it must be a range within 1024 to 65535.";
        }
        else if ((LastPort + 1 - FirstPort - (FirstPort & 1)) / 2 is var pairs && pairs < maxCalls)
        {
            yield return $"media.firstPort to media.lastPort is {FirstPort} to {LastPort}, room for {pairs} calls; calls.max is {maxCalls}.";
        }
    }

    private static bool IsWildcard(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
