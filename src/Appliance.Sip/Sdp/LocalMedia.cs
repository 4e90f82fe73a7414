using System.Net;
using System.Security.Cryptography;

namespace Appliance.Sip.Sdp;

/// <summary>What this side can do for one call.</summary>
public sealed record LocalMedia
{
    /// <summary>Address the peer shall send RTP to; never the wildcard.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>RTP port, even; RTCP is on the next.</summary>
    public required int Port { get; init; }

    /// <summary>Codecs in order of preference; default PCMU, PCMA.</summary>
    public IReadOnlyList<AudioCodec> Codecs { get; init; } = [AudioCodec.Pcmu, AudioCodec.Pcma];

    /// <summary>Whether keys are taken as RTP events (RFC 4733); default true.</summary>
    public bool TelephoneEvent { get; init; } = true;

    /// <summary>What this side is willing to do; default both ways, less to hold the peer.</summary>
    public MediaDirection Direction { get; init; } = MediaDirection.SendReceive;

    /// <summary>Session id of <c>o=</c>; random by default, the same for all descriptions of a call.</summary>
    public long SessionId { get; init; } = RandomNumberGenerator.GetInt32(1, int.MaxValue);

    /// <summary>Session version of <c>o=</c>; one more for each changed description of a call (RFC 3264 §8). Default 1.</summary>
    public long SessionVersion { get; init; } = 1;
}
