using Appliance.Sip.Messages;
using Appliance.Sip.Transports;

namespace Appliance.Sip.Transactions;

/// <summary>The core above the transaction layer (RFC 3261 §8). Called one message at a time; must not block.</summary>
public interface ITransactionUser
{
    /// <summary>A new request; must be answered through the transaction, now or later.</summary>
    void OnRequest(ServerTransaction transaction);

    /// <summary>An ACK for a 2xx (§13.2.2.4), or one that belongs to nothing.</summary>
    void OnAck(SipRequest ack, SipInbound inbound);

    /// <summary>A response that no transaction waits for: a 2xx that comes very late, or noise.</summary>
    void OnStrayResponse(SipResponse response);
}
