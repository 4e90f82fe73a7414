using System.Net;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Transports;

/// <summary>Settings of one transport.</summary>
public sealed record SipTransportOptions
{
    /// <summary>Address and port to listen on; port 0 takes a free one. Default 0.0.0.0:5060.</summary>
    public IPEndPoint ListenOn { get; init; } = new(IPAddress.Any, 5060);

    /// <summary>Bounds on each message.</summary>
    public SipLimits Limits { get; init; } = SipLimits.Default;

    /// <summary>Datagrams that wait for the handler; 16…65,536, default 2,048. More are dropped and counted.</summary>
    public int InboundQueue { get; init; } = 2_048;

    /// <summary>Stream connections at once; 1…65,536, default 1,024. More are closed at once and counted.</summary>
    public int MaxConnections { get; init; } = 1_024;

    /// <summary>Stream connections from one address at once; 1…65,536, default 128.</summary>
    public int MaxConnectionsPerAddress { get; init; } = 128;

    /// <summary>Messages that wait to be written to one connection; 1…4,096, default 256.</summary>
    public int OutboundQueue { get; init; } = 256;

    /// <summary>A connection on which nothing arrives for so long is closed; 10 s…24 h, default 30 min.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A message must arrive whole so long after its first byte, and leave so long after its turn to be written;
    /// 1…60 s, default 10 s.</summary>
    public TimeSpan MessageDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time to set up an outgoing connection; 1…60 s, default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
