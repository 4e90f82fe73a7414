using System.Net;
using Appliance.Media.Jitter;
using Appliance.Media.Rtp.Sources;

namespace Appliance.Media.Rtp;

/// <summary>How a call's media is received and sent.</summary>
public sealed record RtpSessionOptions
{
    /// <summary>Local address to bind; default all IPv4 addresses.</summary>
    public IPAddress LocalAddress { get; init; } = IPAddress.Any;

    /// <summary>Ports to take the pair from, shared by all calls; null (default) lets the system pick.</summary>
    public RtpPortRange? Ports { get; init; }

    /// <summary>Jitter buffer.</summary>
    public JitterBufferOptions Jitter { get; init; } = new();

    /// <summary>Packets in sequence after which another source is believed: 2 to 50, default 5.</summary>
    public int LatchAfterPackets { get; init; } = 5;

    /// <summary>Whether another address is ever believed; default when the SDP names an unroutable one.</summary>
    public AddressLatching AddressLatching { get; init; } = AddressLatching.WhenUnroutable;

    /// <summary>A key whose end was lost is closed after so long without a packet: 60 to 1000 ms, default 200 ms.</summary>
    public TimeSpan LostDigitEnd { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Volume of keys sent, in dB below 0 dBm0: 0 to 36, default 10.</summary>
    public byte DigitVolume { get; init; } = 10;

    /// <summary>Whether RTCP reports are sent; default true.</summary>
    public bool Rtcp { get; init; } = true;

    /// <summary>Differentiated services code point of packets sent: 0 to 63, default 46 (expedited forwarding, RFC 3246).</summary>
    public int DifferentiatedServices { get; init; } = 46;

    /// <summary>Sees every packet that is taken, as it arrives; default null.</summary>
    public IRtpTap? Tap { get; init; }

    /// <summary>Throws when a value is outside its range.</summary>
    public void Validate()
    {
        Jitter.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(LatchAfterPackets, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LatchAfterPackets, 50);
        ArgumentOutOfRangeException.ThrowIfLessThan(LostDigitEnd, TimeSpan.FromMilliseconds(60));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LostDigitEnd, TimeSpan.FromMilliseconds(1000));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(DigitVolume, 36);
        ArgumentOutOfRangeException.ThrowIfLessThan(DifferentiatedServices, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(DifferentiatedServices, 63);
    }
}
