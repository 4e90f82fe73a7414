namespace Appliance.Sip.UserAgent;

/// <summary>What a peer answered to OPTIONS (RFC 3261 §11).</summary>
/// <param name="Status">The response's status, or 408 (no answer in time), 503 (not reachable).</param>
/// <param name="Allow">The methods that the peer takes; empty where it named none.</param>
public sealed record OptionsOutcome(int Status, IReadOnlyList<string> Allow)
{
    /// <summary>Whether the peer is there and takes calls.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
