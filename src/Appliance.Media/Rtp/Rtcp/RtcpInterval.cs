namespace Appliance.Media.Rtp.Rtcp;

/// <summary>When the next RTCP packet is due (RFC 3550 §6.3.1 and A.7); pure arithmetic.</summary>
public static class RtcpInterval
{
    /// <summary>Least interval: 5 s, half of it for the first packet.</summary>
    public static TimeSpan Minimum { get; } = TimeSpan.FromSeconds(5);

    // Compensates for the shortening that timer reconsideration brings (e − 3/2).
    private const double Compensation = Math.E - 1.5;
    private const double SenderShare = 0.25;

    /// <summary>The interval to wait.</summary>
    /// <param name="members">Members known, oneself too; at least 1.</param>
    /// <param name="senders">Members that sent RTP lately.</param>
    /// <param name="weSent">Whether we are one of the senders.</param>
    /// <param name="averagePacketSize">Average RTCP packet in bytes with UDP and IP headers.</param>
    /// <param name="rtcpBandwidth">Bytes per second for RTCP: 5% of the session's.</param>
    /// <param name="initial">True before the first packet.</param>
    /// <param name="random">Evenly spread in [0, 1).</param>
    public static TimeSpan Compute(
        int members, int senders, bool weSent, double averagePacketSize, double rtcpBandwidth, bool initial, double random)
    {
        double sharers = members;
        if (senders <= members * SenderShare)
        {
            rtcpBandwidth *= weSent ? SenderShare : 1 - SenderShare;
            sharers = weSent ? senders : members - senders;
        }

        var least = initial ? Minimum / 2 : Minimum;
        var seconds = Math.Max(averagePacketSize * sharers / rtcpBandwidth, least.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (random + 0.5) / Compensation);
    }
}
