using System.Net;
using System.Net.Sockets;

namespace Appliance.Media.Rtp;

/// <summary>Why no pair of sockets could be had.</summary>
public enum RtpOpenResult
{
    /// <summary>It could.</summary>
    Opened,

    /// <summary>Every pair of the range is in use.</summary>
    PortsExhausted,

    /// <summary>The local address does not exist or may not be bound.</summary>
    AddressUnavailable,
}

/// <summary>An even UDP port for RTP and the next one for RTCP, bound. Owns both sockets.</summary>
internal sealed class RtpSocketPair : IDisposable
{
    private const int EphemeralTries = 64;

    private RtpSocketPair(Socket rtp, Socket rtcp)
    {
        Rtp = rtp;
        Rtcp = rtcp;
    }

    public Socket Rtp { get; }

    public Socket Rtcp { get; }

    /// <summary>Tries every pair of the range once; without a range the system picks.</summary>
    public static RtpOpenResult TryOpen(IPAddress address, RtpPortRange? range, out RtpSocketPair? pair)
    {
        pair = null;
        var tries = range?.PairCount ?? EphemeralTries;
        for (var i = 0; i < tries; i++)
        {
            var error = range is null
                ? TryBindEphemeral(address, out pair)
                : TryBind(address, range.NextEvenPort(), out pair);
            if (pair is not null)
            {
                return RtpOpenResult.Opened;
            }

            if (error is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
            {
                return RtpOpenResult.AddressUnavailable;
            }
        }

        return RtpOpenResult.PortsExhausted;
    }

    public void Dispose()
    {
        Rtp.Dispose();
        Rtcp.Dispose();
    }

    private static SocketError TryBindEphemeral(IPAddress address, out RtpSocketPair? pair)
    {
        pair = null;
        var error = TryBindOne(address, 0, out var probe);
        if (probe is null)
        {
            return error;
        }

        var port = ((IPEndPoint)probe.LocalEndPoint!).Port;
        probe.Dispose();
        return TryBind(address, port & ~1, out pair);
    }

    private static SocketError TryBind(IPAddress address, int evenPort, out RtpSocketPair? pair)
    {
        pair = null;
        var error = TryBindOne(address, evenPort, out var rtp);
        if (rtp is null)
        {
            return error;
        }

        error = TryBindOne(address, evenPort + 1, out var rtcp);
        if (rtcp is null)
        {
            rtp.Dispose();
            return error;
        }

        pair = new RtpSocketPair(rtp, rtcp);
        return SocketError.Success;
    }

    private static SocketError TryBindOne(IPAddress address, int port, out Socket? socket)
    {
        socket = null;
        var candidate = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            candidate.Bind(new IPEndPoint(address, port));
            socket = candidate;
            return SocketError.Success;
        }
        catch (SocketException exception)
        {
            candidate.Dispose();
            return exception.SocketErrorCode;
        }
    }
}
