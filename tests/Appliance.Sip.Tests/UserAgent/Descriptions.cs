using System.Net;
using Appliance.Sip.Sdp;

namespace Appliance.Sip.Tests.UserAgent;

/// <summary>Session descriptions for tests; nothing listens behind them.</summary>
internal static class Descriptions
{
    public static LocalMedia Caller { get; } = new() { Address = IPAddress.Loopback, Port = 40_000 };

    public static LocalMedia Callee { get; } = new() { Address = IPAddress.Loopback, Port = 42_000 };

    public static SessionDescription Offer() => SdpNegotiation.Offer(Caller);

    public static SessionDescription AnswerTo(SessionDescription offer, LocalMedia local) =>
        SdpNegotiation.Answer(offer, local, out _)!.Description;

    public static int PortOf(SessionDescription? description) => description!.Media[0].Port;
}
