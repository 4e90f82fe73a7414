namespace Appliance.Sip.Transactions;

/// <summary>The states of the four machines of RFC 3261 §17 as RFC 6026 corrects them.</summary>
public enum TransactionPhase
{
    /// <summary>INVITE client: sent, nothing heard.</summary>
    Calling,

    /// <summary>Non-INVITE: sent (client) or received (server), no response yet.</summary>
    Trying,

    /// <summary>A provisional response was heard or sent.</summary>
    Proceeding,

    /// <summary>INVITE: a 2xx was heard or sent (RFC 6026); the user agent core handles its retransmission and ACK.</summary>
    Accepted,

    /// <summary>A final response (for INVITE: 300–699) was heard or sent.</summary>
    Completed,

    /// <summary>INVITE server: the ACK came.</summary>
    Confirmed,

    /// <summary>Over; the layer forgets it.</summary>
    Terminated,
}
