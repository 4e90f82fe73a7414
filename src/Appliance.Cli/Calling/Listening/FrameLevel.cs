using Appliance.Media.Codecs;

namespace Appliance.Cli.Calling.Listening;

/// <summary>Whether a packet or frame carries voice, by its energy.</summary>
public static class FrameLevel
{
    /// <summary>RMS of a frame from which it counts as voiced, in dB below full scale.</summary>
    public const double VoicedDecibels = -45;

    private const int LongestPacket = 1500;
    private static readonly double VoicedPower = 32768.0 * 32768 * Math.Pow(10, VoicedDecibels / 10);

    /// <summary>Whether a frame of PCM is voiced.</summary>
    public static bool IsVoiced(ReadOnlySpan<short> frame)
    {
        var sum = 0.0;
        foreach (var sample in frame)
        {
            sum += (double)sample * sample;
        }

        return frame.Length > 0 && sum / frame.Length >= VoicedPower;
    }

    /// <summary>Whether a G.711 payload is voiced; allocates nothing.</summary>
    public static bool IsVoiced(RtpCodec codec, ReadOnlySpan<byte> payload)
    {
        Span<short> samples = stackalloc short[LongestPacket];
        samples = samples[..Math.Min(payload.Length, LongestPacket)];
        G711.Decode(codec, payload[..samples.Length], samples);
        return IsVoiced(samples);
    }
}
