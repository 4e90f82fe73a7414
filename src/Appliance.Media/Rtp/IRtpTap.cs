using Appliance.Media.Rtp.Packets;

namespace Appliance.Media.Rtp;

/// <summary>Sees the packets of a session before the jitter buffer, to measure when they really came.</summary>
public interface IRtpTap
{
    /// <summary>
    /// Called once for each packet that is taken: from the right source, well formed, in sequence or late, no duplicate.
    /// Runs in the receive loop under the session's lock: it must not block, allocate or call the session.
    /// </summary>
    /// <param name="header">Its header; the payload type tells sound from keys.</param>
    /// <param name="payload">Its payload, only valid during the call.</param>
    /// <param name="arrival">When it was read from the socket, by <see cref="RtpSession.Now"/>.</param>
    void OnPacket(in RtpHeader header, ReadOnlySpan<byte> payload, TimeSpan arrival);
}
