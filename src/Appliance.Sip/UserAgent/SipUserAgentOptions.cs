using System.Net;
using Appliance.Sip.Authentication;
using Appliance.Sip.Messages;
using Appliance.Sip.Transactions;
using Appliance.Sip.Transports;

namespace Appliance.Sip.UserAgent;

/// <summary>Settings of a <see cref="SipUserAgent"/>.</summary>
public sealed record SipUserAgentOptions
{
    /// <summary>UDP address and port; port 0 takes a free one; null turns UDP off. Default 0.0.0.0:5060.</summary>
    public IPEndPoint? Udp { get; init; } = new(IPAddress.Any, 5060);

    /// <summary>TCP address and port; port 0 takes a free one; null turns TCP off. Default 0.0.0.0:5060.</summary>
    public IPEndPoint? Tcp { get; init; } = new(IPAddress.Any, 5060);

    /// <summary>The address that peers are told (Via, Contact). Default null: the bound one, or the one that faces the peer.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>User part of Contact and of From where an outgoing call names none; a token. Default "appliance".</summary>
    public string User { get; init; } = "appliance";

    /// <summary>Limits and queues of the sockets; its <see cref="SipTransportOptions.ListenOn"/> is not used.</summary>
    public SipTransportOptions Transport { get; init; } = new();

    /// <summary>Timers and bounds of transactions.</summary>
    public TransactionLayerOptions Transactions { get; init; } = new();

    /// <summary>Every request goes to this proxy first (as Route); null sends to the target itself. Default null.</summary>
    public SipUri? OutboundProxy { get; init; }

    /// <summary>Answers 401 and 407 to our requests; null gives those statuses to the caller. Default null.</summary>
    public DigestClient? Authentication { get; init; }

    /// <summary>What callers are told to wait while no calls are taken. Range 1 s – 1 h; default 30 s.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long an INVITE, in or out, may stay without final response, so that a peer or an application that died holds nothing
    /// for ever: incoming ones are then answered 480, outgoing ones cancelled. Range 10 s – 1 h; default 3 min (timer C, RFC 3261 §16.6).
    /// </summary>
    public TimeSpan RingTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a stop waits for answers to its BYEs and CANCELs. Range 0 – 32 s; default 2 s.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
