using System.Collections.Immutable;
using System.Net;

namespace Appliance.Host.Options;

/// <summary>How the appliance is reached by SIP. Immutable.</summary>
public sealed record SipOptions
{
    /// <summary>Address that UDP and TCP listen on. Default 0.0.0.0.</summary>
    public IPAddress Address { get; init; } = IPAddress.Any;

    /// <summary>Port of UDP and TCP, 0 to 65,535; 0 takes a free one for each. Default 5060.</summary>
    public int Port { get; init; } = 5060;

    /// <summary>Address that peers are told, where it is not the one that faces them (NAT). Default null.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>Realm of the registrar; part of every password's digest. Default "appliance".</summary>
    public string Realm { get; init; } = "appliance";

    /// <summary>Devices that may register. Default none: REGISTER is refused.</summary>
    public ImmutableArray<SipAccountOptions> Accounts { get; init; } = [];

    internal IEnumerable<string> Problems()
    {
        if (Port is < 0 or > 65_535)
        {
            yield return $"sip.port is {Port}; it must lie between 0 and 65535.";
        }

        if (AdvertisedAddress is { } told && (told.Equals(IPAddress.Any) || told.Equals(IPAddress.IPv6Any)))
        {
            yield return "sip.advertisedAddress is the wildcard; name the address that phones can reach.";
        }

        if (Realm.Length is 0 or > 80 || Realm.Any(c => c is '"' or '\\' || char.IsControl(c)))
        {
            yield return "sip.realm must be 1 to 80 characters without quotes and backslashes.";
        }

        foreach (var problem in Accounts.SelectMany((account, i) => account.Problems($"sip.accounts[{i}]")))
        {
            yield return problem;
        }

        foreach (var twice in Accounts.GroupBy(a => a.User, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"sip.accounts holds the user {twice.Key} {twice.Count()} times.";
        }
    }
}
