using System.Net;
using Appliance.Media.Codecs;

namespace Appliance.Media.Rtp;

/// <summary>What offer and answer agreed on for the audio of a call.</summary>
public sealed record RtpMediaFormat
{
    /// <summary>Codec both ways.</summary>
    public required RtpCodec Codec { get; init; }

    /// <summary>Payload type of the codec, 0 to 127: 0 for PCMU and 8 for PCMA unless SDP maps another.</summary>
    public required byte PayloadType { get; init; }

    /// <summary>Payload type of telephone-event at 8 kHz; null when it was not agreed.</summary>
    public byte? TelephoneEventPayloadType { get; init; }

    /// <summary>Where RTP is sent and from where it is taken; an unspecified address or port 0 means: send nothing.</summary>
    public required IPEndPoint Remote { get; init; }

    /// <summary>Where RTCP is sent; null means the next port after <see cref="Remote"/>.</summary>
    public IPEndPoint? RemoteRtcp { get; init; }

    /// <summary>False while the call is held by either side: frames given are dropped, the time line goes on. Default true.</summary>
    public bool Sends { get; init; } = true;

    /// <summary>False when the direction agreed lets the other side send nothing; its packets are dropped. Default true.</summary>
    public bool Receives { get; init; } = true;

    internal bool HasAddress =>
        Remote.Port != 0 && !Remote.Address.Equals(IPAddress.Any) && !Remote.Address.Equals(IPAddress.IPv6Any);

    internal bool HasDestination => Sends && HasAddress;
}
