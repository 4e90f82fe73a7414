using System.Net;
using Appliance.Calls.Sessions;
using Appliance.Media.Rtp;

namespace Appliance.Calls.Reception;

/// <summary>How incoming calls are taken. Immutable.</summary>
public sealed record ReceptionOptions
{
    /// <summary>Address that media is bound to and that callers are told; never the wildcard. Default 127.0.0.1.</summary>
    public IPAddress MediaAddress { get; init; } = IPAddress.Loopback;

    /// <summary>Media ports; null lets the system pick.</summary>
    public RtpPortRange? MediaPorts { get; init; }

    /// <summary>Calls at once; more are answered 486. 1 to 1,000, default 30.</summary>
    public int MaxCalls { get; init; } = 30;

    /// <summary>How each call is held.</summary>
    public CallSessionOptions Session { get; init; } = new();

    /// <summary>Everything that is wrong with these values; empty when all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [.. Session.Problems()];
        if (MediaAddress.Equals(IPAddress.Any) || MediaAddress.Equals(IPAddress.IPv6Any))
        {
            problems.Add($"{nameof(MediaAddress)} is the wildcard; name the address that callers can reach.");
        }

        if (MaxCalls is < 1 or > 1_000)
        {
            problems.Add($"{nameof(MaxCalls)} is {MaxCalls}; it must lie between 1 and 1,000.");
        }

        return problems;
    }
}
