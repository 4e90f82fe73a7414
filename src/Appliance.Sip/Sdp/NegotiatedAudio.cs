using System.Net;

namespace Appliance.Sip.Sdp;

/// <summary>The audio stream both sides agreed on, seen from here.</summary>
public sealed record NegotiatedAudio
{
    /// <summary>PCMU or PCMA.</summary>
    public required string Codec { get; init; }

    /// <summary>RTP payload number of the codec, both ways.</summary>
    public required int PayloadType { get; init; }

    /// <summary>RTP payload number of key events (RFC 4733); null where not agreed.</summary>
    public int? TelephoneEventPayloadType { get; init; }

    /// <summary>Where to send RTP; the wildcard address (0.0.0.0) while the peer holds in the old way.</summary>
    public required IPEndPoint Remote { get; init; }

    /// <summary>Where to send RTCP: the rtcp attribute (RFC 3605), else the next port.</summary>
    public required IPEndPoint RemoteRtcp { get; init; }

    /// <summary>Packet time the peer asks to be sent, ms; 10…120, 20 where it says nothing.</summary>
    public int PacketMilliseconds { get; init; } = 20;

    /// <summary>What this side may do: <see cref="MediaDirection.ReceiveOnly"/> while the peer holds us.</summary>
    public MediaDirection Direction { get; init; } = MediaDirection.SendReceive;
}
