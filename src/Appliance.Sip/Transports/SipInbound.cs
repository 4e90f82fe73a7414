using System.Net;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Transports;

/// <summary>A well-formed message that arrived. A request's topmost Via carries received and rport (RFC 3261 §18.2.1, RFC 3581).</summary>
/// <param name="Message">Owned by the receiver from here on.</param>
/// <param name="Transport">Where it arrived.</param>
/// <param name="Peer">The source; on a stream with its connection, so that the answer takes the same one.</param>
/// <param name="Local">The local address it arrived at; the wildcard address where a datagram socket listens on all.</param>
public sealed record SipInbound(SipMessage Message, ISipTransport Transport, SipPeer Peer, IPEndPoint Local);

/// <summary>Takes inbound messages, one at a time per socket or connection: the next is read when the task ends, so a slow
/// receiver slows the sender down (TCP) or fills a bounded queue whose losses are counted (UDP).</summary>
/// <param name="inbound">The message.</param>
public delegate ValueTask SipInboundHandler(SipInbound inbound);
