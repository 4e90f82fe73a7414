using System.Net;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Transports;

/// <summary>Carries messages over one listening socket (<see href="https://www.rfc-editor.org/rfc/rfc3261#section-18">RFC 3261 §18</see>).
/// Malformed requests are answered (400, 413, 505, 513) and counted here and never reach the handler. Disposing closes
/// every socket and waits for the loops.</summary>
public interface ISipTransport : IAsyncDisposable
{
    /// <summary>UDP or TCP.</summary>
    SipTransportKind Kind { get; }

    /// <summary>The bound address; the port is real even where 0 was asked for.</summary>
    IPEndPoint LocalEndPoint { get; }

    /// <summary>What was sent, received and dropped so far.</summary>
    SipTransportCounters Counters { get; }

    /// <summary>Begins to receive; once.</summary>
    void Start(SipInboundHandler handler);

    /// <summary>Sends a message. On a stream: over <see cref="SipPeer.Connection"/> while it lives, else over any connection to
    /// the address, else over a new one. Never throws for network failures.</summary>
    /// <param name="message">Stays the caller's; it is written before the task ends.</param>
    /// <param name="peer">For responses see <see cref="ResponseRouting"/>.</param>
    /// <param name="cancellationToken">Gives up waiting for a connection.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled first; the message may have left.</exception>
    ValueTask<SipSendResult> SendAsync(SipMessage message, SipPeer peer, CancellationToken cancellationToken = default);
}
