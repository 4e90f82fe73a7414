namespace Appliance.Media.Rtp.Reception;

/// <summary>How a source was received since the last report; jitter in timestamp units (RFC 3550 §6.4.1).</summary>
internal readonly record struct ReceptionReport(uint Ssrc, byte FractionLost, long Lost, uint ExtendedHighest, uint Jitter);
