namespace Appliance.Sip.Transactions;

/// <summary>Limits and timers of the transaction layer.</summary>
public sealed record TransactionLayerOptions
{
    /// <summary>RFC 3261 timers. Default: the RFC's values.</summary>
    public SipTimers Timers { get; init; } = SipTimers.Default;

    /// <summary>
    /// Most server transactions at once; more requests are answered 503 with <see cref="RetryAfter"/> without keeping state.
    /// Range 1 – 1,000,000; default 20,000 (a call holds one or two for 32 s).
    /// </summary>
    public int MaxServerTransactions { get; init; } = 20_000;

    /// <summary>Most pieces of network input that may wait to be handled. Range 1 – 1,000,000; default 10,000.</summary>
    public int MaxWaitingMessages { get; init; } = 10_000;

    /// <summary>What an overloaded layer tells the client to wait. Range 1 s – 1 h; default 5 s.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(5);
}
