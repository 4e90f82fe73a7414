namespace Appliance.Sip.Transports;

/// <summary>What became of a message given to a transport.</summary>
public enum SipSendResult
{
    /// <summary>Handed to the network, or in the connection's send queue.</summary>
    Sent,

    /// <summary>No connection could be made, or the network refused (503 to the transaction user, RFC 3261 §8.1.3.1).</summary>
    Unreachable,

    /// <summary>Larger than a datagram.</summary>
    TooLarge,

    /// <summary>The connection's send queue is full: the peer does not read.</summary>
    QueueFull,

    /// <summary>The connection cap is reached.</summary>
    TooManyConnections,

    /// <summary>The transport is stopped.</summary>
    Stopped,
}
