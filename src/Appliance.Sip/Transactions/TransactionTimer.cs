namespace Appliance.Sip.Transactions;

/// <summary>The timers of RFC 3261 table 4 and RFC 6026 §7.1, by their letters.</summary>
public enum TransactionTimer
{
    /// <summary>INVITE client: retransmit the request (UDP).</summary>
    A,

    /// <summary>INVITE client: no response at all, or none after CANCEL.</summary>
    B,

    /// <summary>INVITE client: absorb repeated final responses.</summary>
    D,

    /// <summary>Non-INVITE client: retransmit the request (UDP).</summary>
    E,

    /// <summary>Non-INVITE client: no final response.</summary>
    F,

    /// <summary>INVITE server: retransmit the final response (UDP).</summary>
    G,

    /// <summary>INVITE server: no ACK came.</summary>
    H,

    /// <summary>INVITE server: absorb repeated ACKs.</summary>
    I,

    /// <summary>Non-INVITE server: absorb repeated requests.</summary>
    J,

    /// <summary>Non-INVITE client: absorb repeated responses.</summary>
    K,

    /// <summary>INVITE server: absorb repeated INVITEs after 2xx (RFC 6026).</summary>
    L,

    /// <summary>INVITE client: pass on repeated and forked 2xx (RFC 6026).</summary>
    M,

    /// <summary>INVITE server: the application said nothing for 200 ms (RFC 3261 §17.2.1; the RFC gives it no letter).</summary>
    Silence,
}
