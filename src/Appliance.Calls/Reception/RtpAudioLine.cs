using Appliance.Calls.Audio;
using Appliance.Media.Dtmf;
using Appliance.Media.Rtp;

namespace Appliance.Calls.Reception;

/// <summary>The audio of a call over RTP.</summary>
internal sealed class RtpAudioLine(RtpSession rtp, MediaAgreement agreement) : IAudioLine
{
    public TimeSpan SilentFor => agreement.Receives ? rtp.SinceLastPacket : TimeSpan.Zero;

    public RtpStatistics? Statistics => rtp.Statistics;

    public void Read(Span<short> frame) => rtp.ReadFrame(frame, out _);

    public void Send(ReadOnlySpan<short> frame, long tick) => rtp.SendFrame(frame, tick);

    public bool TryReadDigit(out DtmfDigit digit) => rtp.TryReadDigit(out digit);
}
