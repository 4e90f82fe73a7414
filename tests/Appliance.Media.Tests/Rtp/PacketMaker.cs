using Appliance.Media.Dtmf;
using Appliance.Media.Rtp.Packets;

namespace Appliance.Media.Tests.Rtp;

/// <summary>Datagrams as a remote would send them.</summary>
internal static class PacketMaker
{
    public static byte[] Audio(ushort sequence, uint timestamp, uint ssrc = 7, byte type = 0, byte code = 0x90)
    {
        var datagram = new byte[RtpHeader.Length + AudioFormat.LineFrameSamples];
        datagram.AsSpan().Fill(code);
        new RtpHeader(type, Marker: false, sequence, timestamp, ssrc).Write(datagram);
        return datagram;
    }

    public static byte[] Digit(ushort sequence, uint timestamp, TelephoneEvent value, uint ssrc = 7, byte type = 101)
    {
        var datagram = new byte[RtpHeader.Length + TelephoneEvent.Length];
        new RtpHeader(type, Marker: false, sequence, timestamp, ssrc).Write(datagram);
        value.Write(datagram.AsSpan(RtpHeader.Length));
        return datagram;
    }
}
