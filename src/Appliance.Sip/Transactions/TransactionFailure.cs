namespace Appliance.Sip.Transactions;

/// <summary>Why a transaction ended without the message it waited for.</summary>
public enum TransactionFailure
{
    /// <summary>No response (client) or no ACK (server) in 64·T1; counts as 408 (RFC 3261 §8.1.3.1).</summary>
    Timeout,

    /// <summary>The transport could not send; counts as 503.</summary>
    Transport,
}
