namespace Appliance.Media.Rtp.Transmission;

/// <summary>Where finished packets go.</summary>
internal interface IPacketSink
{
    /// <summary>Sends a datagram now; false when the system refused it.</summary>
    bool TrySend(ReadOnlySpan<byte> datagram);
}
