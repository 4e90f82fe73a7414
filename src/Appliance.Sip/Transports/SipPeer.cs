using System.Net;

namespace Appliance.Sip.Transports;

/// <summary>Where a message came from or goes to.</summary>
/// <param name="EndPoint">The address; used where there is no live connection.</param>
/// <param name="Connection">The stream connection to prefer; 0 for datagrams, or where any connection to the address will do.</param>
public readonly record struct SipPeer(IPEndPoint EndPoint, long Connection = 0);
