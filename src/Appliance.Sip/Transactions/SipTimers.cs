namespace Appliance.Sip.Transactions;

/// <summary>
/// The timer values of RFC 3261 table 4. Every value is a duration greater than zero; tests on a manual clock keep the defaults.
/// </summary>
public sealed record SipTimers
{
    /// <summary>The values that the RFC recommends.</summary>
    public static SipTimers Default { get; } = new();

    /// <summary>Estimate of the round trip. Default 500 ms (RFC 3261 §17.1.1.1); range 50 ms – 5 s.</summary>
    public TimeSpan T1 { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest interval between retransmissions of non-INVITE requests and INVITE responses. Default 4 s.</summary>
    public TimeSpan T2 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest time that a message stays in the network. Default 5 s.</summary>
    public TimeSpan T4 { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a final response to INVITE is absorbed by the client on UDP. Default 32 s, the least the RFC allows.</summary>
    public TimeSpan D { get; init; } = TimeSpan.FromSeconds(32);

    /// <summary>How long the application may stay silent before the server answers 100. Default 200 ms (RFC 3261 §17.2.1).</summary>
    public TimeSpan Trying { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>64·T1: the lifetime that timers B, F, H, J, L and M share.</summary>
    public TimeSpan Lifetime => T1 * 64;
}
