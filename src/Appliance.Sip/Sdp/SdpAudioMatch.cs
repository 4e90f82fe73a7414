using System.Net;
using Appliance.Sip.Messages;

namespace Appliance.Sip.Sdp;

/// <summary>Decides whether one audio section of the peer can be used.</summary>
internal static class SdpAudioMatch
{
    public const string TelephoneEvent = "telephone-event";
    public const string PlainRtp = "RTP/AVP";
    private const int DefaultPacketMilliseconds = 20;

    /// <summary>The stream it makes with <paramref name="local"/>, or why it makes none.</summary>
    public static SdpRefusal Match(SessionDescription remote, SdpMedia media, LocalMedia local, out NegotiatedAudio? audio)
    {
        audio = null;
        if (!media.Kind.Equals("audio", StringComparison.OrdinalIgnoreCase) || media.Port == 0)
        {
            return SdpRefusal.NoAudio;
        }

        if (!media.Protocol.Equals(PlainRtp, StringComparison.OrdinalIgnoreCase))
        {
            return SdpRefusal.UnsupportedProfile;
        }

        // The first of the peer's formats that we have: its order is its preference (RFC 3264 §6.1).
        var formats = RtpFormat.Of(media);
        var format = formats.Find(f => local.Codecs.Any(f.Is));
        if (format is null)
        {
            return SdpRefusal.NoCommonCodec;
        }

        if (remote.ConnectionOf(media) is not { } address)
        {
            return SdpRefusal.NoAddress;
        }

        var endPoint = new IPEndPoint(address, media.Port);
        var events = local.TelephoneEvent ? formats.Find(f => f.Is(TelephoneEvent, format.ClockRate)) : null;
        audio = new NegotiatedAudio
        {
            Codec = local.Codecs.First(format.Is).Name,
            PayloadType = format.PayloadType,
            TelephoneEventPayloadType = events?.PayloadType,
            Remote = endPoint,
            RemoteRtcp = RtcpEndPoint(media, endPoint),
            PacketMilliseconds = PacketTime(media),
            Direction = LocalDirection(remote.DirectionOf(media), address, local),
        };
        return SdpRefusal.None;
    }

    private static MediaDirection LocalDirection(MediaDirection stated, IPAddress address, LocalMedia local)
    {
        var direction = stated.Mirror() & local.Direction;

        // RFC 2543 hold, RFC 3264 §8.4: nothing is to be sent to the wildcard address.
        return address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)
            ? direction & MediaDirection.ReceiveOnly
            : direction;
    }

    /// <summary>RFC 3605: <c>a=rtcp:port [IN IP4 address]</c>.</summary>
    private static IPEndPoint RtcpEndPoint(SdpMedia media, IPEndPoint rtp)
    {
        foreach (var value in media.Attributes("rtcp"))
        {
            var space = value.IndexOf(' ', StringComparison.Ordinal);
            if (SipGrammar.TryParseNumber(space < 0 ? value : value[..space], IPEndPoint.MaxPort, out var port) && port > 0)
            {
                return new IPEndPoint((space < 0 ? null : SdpLines.Address(value[space..])) ?? rtp.Address, (int)port);
            }
        }

        return new IPEndPoint(rtp.Address, Math.Min(rtp.Port + 1, IPEndPoint.MaxPort));
    }

    private static int PacketTime(SdpMedia media)
    {
        foreach (var value in media.Attributes("ptime"))
        {
            if (SipGrammar.TryParseNumber(value, 120, out var milliseconds) && milliseconds >= 10)
            {
                return (int)milliseconds;
            }
        }

        return DefaultPacketMilliseconds;
    }
}
